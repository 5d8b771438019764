package org.kepu.plandoc.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target.Window;

/** The expressions of time in a sentence, and which of them a place in one of its clauses stands under. */
record ClauseWindows(String sentence, List<TimeWindow> windows) {
    /** What stands, and is not done again each year, though the sentence before speaks of each year. */
    private static final Pattern STANDS = Pattern.compile("建设|建立|建成|组建|配备|总数|总量|(?:增加?|发展|扩大|扩展|提升|提高)[至到]");

    private static final Set<String> HAPPENS =
            Set.of("人次", "场次", "场", "次", "期", "届", "轮", "班次", "批次", "天", "小时", "学时", "课时");
    private static final Pattern RATE = Pattern.compile("率[^，。；]{0,8}$");

    static ClauseWindows of(String sentence, int firstYear) {
        return new ClauseWindows(sentence, TimeWindow.in(sentence, firstYear));
    }

    /** @return {@code null} where the clause tells of the past */
    @Nullable
    Window of(Promise promise, int clauseFrom, int clauseTo) {
        return at(clauseFrom, clauseFrom + promise.quantity().from(), clauseTo, carried(promise));
    }

    /** @return {@code null} where the clause tells of the past */
    @Nullable
    Window of(int clauseFrom, int clauseTo) {
        return at(clauseFrom, clauseTo, clauseTo, Carried.ALL);
    }

    /** Which expressions of time an earlier clause hands on to this number. */
    private enum Carried {
        ALL,
        /** what stands is not done again each year */
        NOT_RECURRING,
        /** a rate is reached, not summed over the years */
        NOT_PERIOD;

        boolean holds(Window window, boolean acrossSemicolon) {
            boolean recurring = window == Window.YEAR || window == Window.SEMESTER || window == Window.NONE;
            return switch (this) {
                case ALL -> !(recurring && acrossSemicolon);
                case NOT_RECURRING -> !recurring;
                case NOT_PERIOD -> window != Window.PERIOD && !(recurring && acrossSemicolon);
            };
        }
    }

    private static Carried carried(Promise promise) {
        var quantity = promise.quantity();
        var before = promise.before();
        if (!HAPPENS.contains(quantity.unit()) && STANDS.matcher(before).find()) {
            return Carried.NOT_RECURRING;
        }
        return quantity.unit().equals("%") && RATE.matcher(before).find() ? Carried.NOT_PERIOD : Carried.ALL;
    }

    /**
     * The last expression of time before this place, in its clause or carried over from an earlier one; otherwise one behind it.
     * {@code null} where that is the past.
     */
    private @Nullable Window at(int clauseFrom, int place, int clauseTo, Carried carried) {
        TimeWindow last = null;
        for (var window : windows) {
            boolean own = window.from() >= clauseFrom;
            if (window.from() < place && (own || holds(window, clauseFrom, carried))) {
                last = window;
            }
        }
        if (last == null) {
            last = windows.stream()
                    .filter(window -> window.from() >= place && window.from() < clauseTo)
                    .findFirst()
                    .orElse(null);
        }
        return last == null ? Window.NONE : last.window();
    }

    private boolean holds(TimeWindow time, int clauseFrom, Carried carried) {
        var window = time.window();
        return window == null
                || carried.holds(
                        window, sentence.substring(time.from(), clauseFrom).contains("；"));
    }
}
