package org.kepu.indicator.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        return read(scope, targets, on, true);
    }

    /** As they stand on a day, without the terms that went before. */
    List<TargetCard> standing(Scope scope, List<Target> targets, LocalDate on) {
        return read(scope, targets, on, false);
    }

    private List<TargetCard> read(Scope scope, List<Target> targets, LocalDate on, boolean before) {
        var defined = definitions.find(
                targets.stream().map(Target::indicator).distinct().toList(), on);
        var readings = targets.stream()
                .flatMap(target -> Stream.ofNullable(defined.get(target.indicator()))
                        .map(definition -> new Reading(target, definition, on, before)))
                .toList();
        var read = figures.read(
                scope, readings.stream().flatMap(Reading::questions).toList());
        return readings.stream().map(reading -> reading.card(read)).toList();
    }

    /**
     * One target being read.
     *
     * @param before whether with the terms that went before
     */
    private record Reading(Target target, Definition definition, LocalDate on, boolean before) {

        /** All that must be known for the card. */
        Stream<Figures.Question> questions() {
            var terms = terms();
            var now = Stream.of(soFar(terms.getLast()));
            return (before ? Stream.of(now, earlier(terms).stream(), baseline(terms).stream()) : Stream.of(now))
                    .flatMap(windows -> windows)
                    .map(this::question);
        }

        TargetCard card(Map<Figures.Question, Figure> read) {
            var terms = terms();
            var now = terms.getLast();
            var figure = figure(read, soFar(now));
            var value = figure.value();
            var pace = value != null && addsUp() ? Pace.of(target.value(), value, target.period(), on) : null;
            var baseline = value == null && before
                    ? baseline(terms).map(window -> figure(read, window)).orElse(null)
                    : null;
            return new TargetCard(
                    target,
                    definition,
                    figure,
                    state(value, pace, now),
                    pace,
                    baseline == null ? null : baseline.stated(),
                    baseline == null ? null : baseline.value(),
                    before
                            ? earlier(terms).stream()
                                    .map(window -> earlier(window, figure(read, window)))
                                    .toList()
                            : List.of());
        }

        private static List<Window> earlier(List<Window> terms) {
            return terms.subList(0, terms.size() - 1);
        }

        /** Where a statement of before the period may be found. */
        private Optional<Window> baseline(List<Window> terms) {
            return definition.method() instanceof Method.Stated
                    ? Optional.of(new Window(LONG_AGO, terms.getLast().to()))
                    : Optional.empty();
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

        private Figures.Question question(Window window) {
            return new Figures.Question(definition, target.region(), window, Breakdown.NONE, null);
        }

        private Figure figure(Map<Figures.Question, Figure> read, Window window) {
            return Objects.requireNonNull(read.get(question(window)));
        }

        private Term earlier(Window window, Figure figure) {
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
    }
}
