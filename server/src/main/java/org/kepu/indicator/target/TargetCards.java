package org.kepu.indicator.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Window;
import org.kepu.indicator.target.TargetCard.State;
import org.kepu.indicator.target.TargetCard.Term;
import org.kepu.plandoc.Target.Operator;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Reads how far targets have come. */
@Service
public class TargetCards {

    /** Before the first day that facts can have. */
    private static final LocalDate LONG_AGO = LocalDate.of(1949, 10, 1);

    private final Figures figures;
    private final Definitions definitions;

    TargetCards(Figures figures, Definitions definitions) {
        this.figures = figures;
        this.definitions = definitions;
    }

    /** As they stand on a day; a target whose indicator is no longer defined is left out. */
    public List<TargetCard> of(Scope scope, List<Target> targets, LocalDate on) {
        return read(question -> figures.read(scope, question), targets, on, true);
    }

    /** As they stand on a day, without the terms that went before; for {@link TargetStandings}. */
    List<TargetCard> standing(List<Target> targets, LocalDate on) {
        return read(figures::read, targets, on, false);
    }

    private List<TargetCard> read(
            Function<Figures.Question, Figure> reader, List<Target> targets, LocalDate on, boolean before) {
        return targets.stream()
                .flatMap(target -> definitions.find(target.indicator(), on).stream()
                        .map(definition -> new Reading(reader, target, definition, on, before).card()))
                .toList();
    }

    /** One target being read. */
    private final class Reading {

        private final Function<Figures.Question, Figure> reader;
        private final Target target;
        private final Definition definition;
        private final LocalDate on;
        private final boolean before;

        Reading(
                Function<Figures.Question, Figure> reader,
                Target target,
                Definition definition,
                LocalDate on,
                boolean before) {
            this.reader = reader;
            this.target = target;
            this.definition = definition;
            this.on = on;
            this.before = before;
        }

        TargetCard card() {
            var terms = terms();
            var now = terms.getLast();
            var figure = figure(soFar(now));
            var value = figure.value();
            var pace = value != null && addsUp() ? Pace.of(target.value(), value, target.period(), on) : null;
            var baseline = value == null && before && isStated() ? figure(new Window(LONG_AGO, now.to())) : null;
            return new TargetCard(
                    target,
                    definition,
                    figure,
                    state(value, pace, now),
                    pace,
                    baseline == null ? null : baseline.stated(),
                    baseline == null ? null : baseline.value(),
                    before
                            ? terms.subList(0, terms.size() - 1).stream()
                                    .map(this::earlier)
                                    .toList()
                            : List.of());
        }

        /** The windows that have begun, the one that counts now last; before the period begins, its first. */
        private List<Window> terms() {
            var period = target.period();
            var all = switch (target.span()) {
                case YEAR ->
                    IntStream.rangeClosed(period.from().getYear(), period.to().getYear())
                            .mapToObj(Window::ofYear)
                            .toList();
                case SEMESTER ->
                    Semester.beginningIn(period).stream().map(Semester::window).toList();
                case PERIOD, DAY -> List.of(new Window(period.from(), today()));
            };
            var begun = new ArrayList<>(
                    all.stream().filter(term -> !term.from().isAfter(on)).toList());
            if (begun.isEmpty()) {
                begun.add(all.stream().min(Comparator.comparing(Window::from)).orElse(period));
            }
            return begun;
        }

        /** Of a term that is not over, the part that is; of one that has not begun, its first day. */
        private Window soFar(Window term) {
            return term.to().isAfter(on) ? new Window(term.from(), on.isBefore(term.from()) ? term.from() : on) : term;
        }

        private LocalDate today() {
            var period = target.period();
            return on.isBefore(period.from()) ? period.from() : on.isAfter(period.to()) ? period.to() : on;
        }

        private Figure figure(Window window) {
            return reader.apply(new Figures.Question(definition, target.region(), window, Breakdown.NONE, null));
        }

        private Term earlier(Window window) {
            var figure = figure(window);
            var value = figure.value();
            return new Term(window, value, figure.fallShort().size(), value != null && target.isMetBy(value));
        }

        private State state(@Nullable BigDecimal value, @Nullable Pace pace, Window now) {
            boolean met = value != null && target.isMetBy(value);
            boolean over = on.isAfter(end(now)) || on.equals(end(now));
            if (met && (over || target.operator() != Operator.AT_MOST)) {
                return State.REACHED;
            }
            if (target.aspiration()) {
                return State.STRIVEN_FOR;
            }
            if (value == null) {
                return TargetCard.isSurveyed(definition) ? State.NO_VALUE : State.NOT_RECORDED;
            }
            if (over || (!met && target.operator() == Operator.AT_MOST)) {
                return State.MISSED;
            }
            if (pace == null) {
                return State.UNDER_WAY;
            }
            return pace.keptBy(value) ? State.ON_PACE : State.BEHIND;
        }

        /** The day on whose evening it is decided. */
        private LocalDate end(Window now) {
            return switch (target.span()) {
                case YEAR, SEMESTER -> now.to();
                case PERIOD, DAY -> target.period().to();
            };
        }

        private boolean addsUp() {
            return target.span() == Definition.Span.PERIOD
                    && target.operator() != Operator.AT_MOST
                    && (definition.method() instanceof Method.Sum || definition.method() instanceof Method.Persons);
        }

        private boolean isStated() {
            return definition.method() instanceof Method.Stated;
        }
    }
}
