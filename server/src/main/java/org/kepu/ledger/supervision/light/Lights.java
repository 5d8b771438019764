package org.kepu.ledger.supervision.light;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.Window;
import org.kepu.indicator.target.TargetCard;
import org.kepu.indicator.target.TargetStandings;
import org.kepu.ledger.Task;
import org.kepu.ledger.round.Today;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.life.PlanLife;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes lights (亮灯) at the moment of reading. Everybody whose task it is sees the same light; nobody types one. In so many
 * queries as there are kinds of facts and of figures, however many tasks and targets there are.
 */
@Service
@Transactional(readOnly = true)
public class Lights {

    private final TasksOfLights tasks;
    private final RuleTables rules;
    private final TargetStandings standings;
    private final MeasureFacts credited;
    private final PlanLife life;
    private final OfficeCalendar calendar;
    private final Regions regions;
    private final Clock clock;

    Lights(
            TasksOfLights tasks,
            RuleTables rules,
            TargetStandings standings,
            MeasureFacts credited,
            PlanLife life,
            OfficeCalendar calendar,
            Regions regions,
            Clock clock) {
        this.tasks = tasks;
        this.rules = rules;
        this.standings = standings;
        this.credited = credited;
        this.life = life;
        this.calendar = calendar;
        this.regions = regions;
        this.clock = clock;
    }

    /** Of all measures of a plan. */
    public Board of(Scope scope, Scope figures, Plan plan, PlanStructure structure, int year) {
        return board(scope, figures, plan, structure.measures().toList(), null, year);
    }

    /** Of one measure. */
    public Board of(Scope scope, Scope figures, Plan plan, PlanStructure.Measure measure, int year) {
        return board(scope, figures, plan, List.of(measure), measure.id(), year);
    }

    private Board board(
            Scope scope,
            Scope figures,
            Plan plan,
            List<PlanStructure.Measure> measures,
            @Nullable MeasureId only,
            int year) {
        scope.demands(Right.READ_LEDGER);
        figures.demands(Right.READ_FIGURES);
        var today = Today.by(clock);
        var judging = new Judging(
                rules.on(today),
                plan,
                year,
                today,
                calendar.days(),
                tasks.pastRounds(plan.id(), year, today),
                regions.reaches(figures, plan.region()));
        var found = tasks.of(scope, plan, year, only);
        var known = judging.quiet().isPresent() ? found : knownBetter(found, plan, measures, year, today);
        return new Board(
                today,
                known.stream()
                        .map(task -> new Board.Of(
                                task.id(),
                                task.measure(),
                                task.role(),
                                task.written(),
                                task.body() != null,
                                task.state(),
                                judging.light(task)))
                        .toList(),
                judging.publication(life.publication(plan.id())));
    }

    /** With what facts, sheets and figures say of them. */
    private List<Known> knownBetter(
            List<Known> found, Plan plan, List<PlanStructure.Measure> measures, int year, LocalDate today) {
        var numbered = numbered(plan, measures);
        var cards = year == today.getYear() ? cards(measures, numbered, today) : Map.<UUID, List<TargetCard>>of();
        var facts = facts(measures, year);
        var late = tasks.lateSheets(plan.id(), year, today);
        var led = found.stream()
                .filter(task -> task.role() == Task.Role.LEAD)
                .map(Known::measure)
                .collect(toSet());
        return found.stream()
                .map(task -> {
                    var fact = task.body() == null ? null : facts.get(new Credited(task.measure(), task.body()));
                    boolean measured = task.role() == Task.Role.LEAD || !led.contains(task.measure());
                    return new Known(
                            task.id(),
                            task.measure(),
                            task.role(),
                            task.written(),
                            task.body(),
                            task.state(),
                            task.since(),
                            later(task.moved(), fact),
                            task.evident() || fact != null,
                            numbered.containsKey(task.measure()),
                            measured ? cards.getOrDefault(task.measure(), List.of()) : List.of(),
                            task.body() == null ? null : late.get(task.body()));
                })
                .toList();
    }

    /** The targets by which measures are read, by measure. */
    private Map<UUID, Set<UUID>> numbered(Plan plan, List<PlanStructure.Measure> measures) {
        var read = standings.read(plan.id());
        return measures.stream()
                .map(measure -> Map.entry(
                        measure.id().value(),
                        measure.targets().stream()
                                .map(PlanStructure.Target::id)
                                .filter(read::contains)
                                .collect(toSet())))
                .filter(one -> !one.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, List<TargetCard>> cards(
            List<PlanStructure.Measure> measures, Map<UUID, Set<UUID>> numbered, LocalDate today) {
        var measureOf = new HashMap<UUID, UUID>();
        measures.forEach(measure -> measure.targets()
                .forEach(target -> measureOf.put(target.id(), measure.id().value())));
        return standings.of(numbered.values().stream().flatMap(Set::stream).toList(), today).stream()
                .filter(card -> measureOf.containsKey(card.target().planTarget()))
                .collect(groupingBy(card ->
                        Objects.requireNonNull(measureOf.get(card.target().planTarget()))));
    }

    private record Credited(UUID measure, UUID body) {}

    private Map<Credited, LocalDate> facts(List<PlanStructure.Measure> measures, int year) {
        return credited.last(measures.stream().map(PlanStructure.Measure::id).toList(), Window.ofYear(year)).stream()
                .collect(toMap(last -> new Credited(last.measure(), last.body()), MeasureFacts.Last::day));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Optional.ofNullable(one)
                .filter(day -> other == null || day.isAfter(other))
                .orElse(other);
    }
}
