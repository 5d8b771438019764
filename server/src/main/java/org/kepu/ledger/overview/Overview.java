package org.kepu.ledger.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.indicator.target.Target;
import org.kepu.indicator.target.TargetCard;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.Targets;
import org.kepu.ledger.Ledger;
import org.kepu.ledger.LedgerRow;
import org.kepu.ledger.Task;
import org.kepu.ledger.overview.OverviewView.Count;
import org.kepu.ledger.overview.OverviewView.Place;
import org.kepu.ledger.overview.OverviewView.ProgrammeLine;
import org.kepu.ledger.overview.OverviewView.RegionLine;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts where the targets of a plan stand, by programme and by division, and opens each count. */
@Service
@Transactional(readOnly = true)
class Overview {

    private final Ledger ledger;
    private final Plans plans;
    private final Targets targets;
    private final TargetCards cards;
    private final Regions regions;
    private final Clock clock;

    Overview(Ledger ledger, Plans plans, Targets targets, TargetCards cards, Regions regions, Clock clock) {
        this.ledger = ledger;
        this.plans = plans;
        this.targets = targets;
        this.cards = cards;
        this.regions = regions;
        this.clock = clock;
    }

    /** The plan asked for, or the first within reach. */
    OverviewView of(Scope reads, Scope figures, Optional<PlanId> asked) {
        reads.demands(Right.READ_LEDGER);
        figures.demands(Right.READ_FIGURES);
        var day = LocalDate.now(clock);
        var all = ledger.plans(reads);
        var chosen = all.stream()
                .filter(plan -> asked.isEmpty() || plan.id().equals(asked.get()))
                .findFirst();
        var years = chosen.map(plan -> ledger.years(reads, plan.id())).orElse(List.of());
        var year = years.contains(day.getYear())
                ? day.getYear()
                : years.stream().findFirst().orElse(day.getYear());
        return new OverviewView(
                all,
                chosen,
                year,
                day,
                chosen.map(plan -> programmes(reads, figures, plan, year, day)).orElse(List.of()),
                chosen.map(plan -> regions(figures, plan, day)).orElse(List.of()),
                chosen.map(plan -> unread(figures, plan.id())).orElse(0L));
    }

    /** The targets behind a number of a programme; of the goals where no programme is named. */
    List<TargetCard> ofProgramme(Scope figures, PlanId plan, String programme, Pulse pulse) {
        figures.demands(Right.READ_FIGURES);
        var structure = plans.structure(plan);
        var place = places(structure);
        return standing(
                cards.of(figures, targets.of(figures, plan), LocalDate.now(clock)).stream()
                        .filter(card -> programme.equals(
                                Optional.ofNullable(place.get(card.target().planTarget()))
                                        .map(Place::toString)
                                        .orElse("")))
                        .toList(),
                pulse);
    }

    /** The targets behind a number of a division. */
    List<TargetCard> ofRegion(Scope figures, Region region, Pulse pulse) {
        figures.demands(Right.READ_FIGURES);
        return standing(cards.of(figures, targets.of(figures, region.code()), LocalDate.now(clock)), pulse);
    }

    private static List<TargetCard> standing(List<TargetCard> cards, Pulse pulse) {
        return cards.stream().filter(card -> Pulse.of(card) == pulse).toList();
    }

    private List<ProgrammeLine> programmes(Scope reads, Scope figures, Plan plan, int year, LocalDate day) {
        var structure = plans.structure(plan.id());
        var place = places(structure);
        var byPlace = cards.of(figures, targets.of(figures, plan.id()), day).stream()
                .collect(groupingBy(
                        card -> Optional.ofNullable(place.get(card.target().planTarget()))));
        var rows = ledger.rows(reads, plan.id(), structure, year).stream()
                .collect(groupingBy(row -> new Place(row.kind(), row.programme())));
        var lines = new ArrayList<ProgrammeLine>();
        var goals = byPlace.getOrDefault(Optional.<Place>empty(), List.of());
        if (!goals.isEmpty()) {
            lines.add(new ProgrammeLine(Optional.empty(), "", Tally.of(goals), List.of()));
        }
        structure.programmes().forEach(programme -> {
            var here = new Place(programme.kind(), programme.ordinal());
            lines.add(new ProgrammeLine(
                    Optional.of(here),
                    programme.title(),
                    Tally.of(byPlace.getOrDefault(Optional.of(here), List.of())),
                    states(rows.getOrDefault(here, List.of()))));
        });
        return lines;
    }

    /** How many targets of a plan no indicator reads. */
    private long unread(Scope figures, PlanId plan) {
        return plans.structure(plan).targetCount() - targets.of(figures, plan).size();
    }

    private static List<Count> states(List<LedgerRow> rows) {
        return Arrays.stream(Task.State.values())
                .map(state -> new Count(
                        state, rows.stream().filter(row -> row.state() == state).count()))
                .filter(count -> count.measures() > 0)
                .toList();
    }

    /** Which programme a target of the plan stands under; goals stand under none. */
    private static Map<UUID, Place> places(PlanStructure structure) {
        var places = new HashMap<UUID, Place>();
        structure
                .programmes()
                .forEach(programme -> programme
                        .measures()
                        .forEach(measure -> measure.targets()
                                .forEach(target ->
                                        places.put(target.id(), new Place(programme.kind(), programme.ordinal())))));
        return places;
    }

    private List<RegionLine> regions(Scope figures, Plan plan, LocalDate day) {
        var shown = Stream.concat(regions.find(plan.region()).stream(), regions.childrenOf(plan.region()).stream())
                .toList();
        var asked = targets.in(figures, shown.stream().map(Region::code).toList());
        var named = asked.stream().map(Target::region).collect(toSet());
        var byRegion = cards.of(figures, asked, day).stream()
                .collect(groupingBy(card -> card.target().region()));
        return shown.stream()
                .filter(region -> named.contains(region.code()))
                .map(region -> new RegionLine(
                        region.code().value(),
                        region.name(),
                        Tally.of(byRegion.getOrDefault(region.code(), List.of()))))
                .toList();
    }
}
