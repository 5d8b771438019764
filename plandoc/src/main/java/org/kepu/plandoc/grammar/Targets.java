package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

/** Finds the numbers a passage promises, and leaves those it only mentions. */
final class Targets {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LOOKED_AT = 20_000;
    private static final int NEAR = 60;
    private static final String CLAUSE_ENDS = "，。；：！？";
    private static final Pattern COVERS_ALL = Pattern.compile(
            "全员?(?:覆盖(?![、的])|配备|达标)|(?:实现|达到)[^，。；]{0,16}全覆盖|覆盖(?:到)?(?:[^，。；]{0,8})(?:所有|全部|每一?个)|(?<!面向|[对为向与和给])所有(?!制|权|人的|者)[^，。；]{2,}|全部(?:建成|配备|配齐|完成|达标|开放|建立|实现|纳入|设立|轮训|覆盖|落实|成立|接入|持证|上线|联网|参加|挂牌|普及|取得|更新|公开)");
    private static final Pattern EACH_OF_ALL =
            Pattern.compile("(?:所有|全部|全体|各|每一?[个所家])[^，。；“”]{1,24}?(?:均|都(?!市)|全部)(?!衡|等|可)[^，。；]{2,}"
                    + "|均(?:配备|配齐|建有|建成|设立|建立|开设|设有|配有|开展|纳入|成立|实现)");

    private final Passage passage;
    private final int firstYear;
    private final List<Target> found = new ArrayList<>();

    private Targets(Passage passage, int firstYear) {
        this.passage = passage;
        this.firstYear = firstYear;
    }

    /** @param firstYear first year of the plan: what lies before it is past */
    static List<Target> in(Passage passage, int firstYear) {
        var targets = new Targets(passage.sub(0, Math.min(LOOKED_AT, passage.length())), firstYear);
        int from = 0;
        while (from < targets.passage.length()) {
            int to = Sentences.indexOf(targets.passage, "。！？", from);
            targets.sentence(from, to);
            from = to + 1;
        }
        return targets.found;
    }

    private void sentence(int from, int to) {
        var sentence = passage.sub(from, to);
        var windows = ClauseWindows.of(sentence.folded(), firstYear);
        int clause = 0;
        while (clause < sentence.length()) {
            int end = Sentences.indexOf(sentence, CLAUSE_ENDS, clause);
            clause(sentence, clause, end, windows);
            clause = end + 1;
        }
    }

    private void clause(Passage sentence, int from, int to, ClauseWindows windows) {
        boolean counted = false;
        boolean all = false;
        Operator previous = null;
        for (var promise : promises(sentence.sub(from, to))) {
            var window = windows.of(promise, from, to);
            var stated = promise.stated(previous);
            if (window != null && promise.isMade(stated, window)) {
                previous = stated;
                var operator = promise.operator(stated);
                add(sentence, from, to, promise.quantity(), operator, window);
                counted = true;
                all |= operator == Operator.ALL;
            }
        }
        if (!all) {
            all(sentence, from, to, windows, counted);
        }
    }

    private static List<Promise> promises(Passage clause) {
        var text = clause.folded();
        var quantities = Quantity.in(clause).stream()
                .filter(quantity -> !isQuoted(text, quantity.from()))
                .toList();
        var promises = new ArrayList<Promise>();
        int previous = 0;
        for (int i = 0; i < quantities.size(); i++) {
            var quantity = quantities.get(i);
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).from() : text.length();
            var before = text.substring(Math.max(previous, quantity.from() - NEAR), quantity.from());
            var after = text.substring(quantity.to(), Math.min(next, quantity.to() + NEAR));
            promises.add(new Promise(quantity, text, before, after));
            previous = quantity.to();
        }
        return promises;
    }

    /** 全覆盖, 所有…均; where the clause counts something, each of all is no promise of its own. */
    private void all(Passage sentence, int from, int to, ClauseWindows windows, boolean counted) {
        var clause = sentence.sub(from, to).folded();
        var covers = COVERS_ALL.matcher(clause);
        boolean promised = covers.find() && !isQuoted(clause, covers.start());
        if (!promised && !counted) {
            var each = EACH_OF_ALL.matcher(clause);
            promised = each.find() && !isQuoted(clause, each.start());
        }
        var window = windows.of(from, to);
        if (promised && window != null && !Promise.isDone(clause)) {
            var quote = sentence.sub(quoteStart(sentence, from), to);
            found.add(new Target(quote.raw(), Operator.ALL, HUNDRED, "%", window, quote.span()));
        }
    }

    private void add(Passage sentence, int from, int to, Quantity quantity, Operator operator, Window window) {
        var quote = sentence.sub(quoteStart(sentence, from), to);
        boolean all = operator == Operator.ALL;
        found.add(new Target(
                quote.raw(),
                operator,
                all ? HUNDRED : quantity.value(),
                all ? "%" : quantity.unit(),
                window,
                quote.span()));
    }

    /** “十四五”期间， belongs to what it dates. */
    private int quoteStart(Passage sentence, int clause) {
        if (clause < 2 || sentence.folded().charAt(clause - 1) != '，') {
            return clause;
        }
        int above = 0;
        for (int i = clause - 2; i >= 0; i--) {
            if (CLAUSE_ENDS.indexOf(sentence.folded().charAt(i)) >= 0) {
                above = i + 1;
                break;
            }
        }
        var before = sentence.folded().substring(above, clause - 1);
        var windows = TimeWindow.in(before, firstYear);
        boolean onlyTime = windows.size() == 1
                && before.length()
                                - (windows.getFirst().to() - windows.getFirst().from())
                        <= 3;
        return onlyTime ? above : clause;
    }

    /** Inside quotes or a title a number belongs to a name. */
    private static boolean isQuoted(String clause, int place) {
        int open = Math.max(clause.lastIndexOf('“', place), clause.lastIndexOf('《', place));
        if (open >= 0) {
            int close = clause.indexOf(clause.charAt(open) == '“' ? '”' : '》', open);
            if (close > place) {
                return true;
            }
        }
        long straight = clause.substring(0, place).chars().filter(c -> c == '"').count();
        return straight % 2 == 1 && clause.indexOf('"', place) > place;
    }
}
