package org.kepu.ledger.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.Targets;
import org.kepu.ledger.Ledger;
import org.kepu.ledger.LedgerRow;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads for everybody how an issued plan is going (政府信息公开条例第十九条; the plans ask for publicity of their progress). It acts as the
 * program within the plan's division, and tells no more than {@link PlanProgress} holds: no names, no evidence, no opinions of bodies.
 */
@Service
@Transactional(readOnly = true)
class Progress {

    private static final Actor PORTAL = Actor.program("portal");

    /** So many facts are told of each measure. */
    private static final int LATEST = 3;

    private final Plans plans;
    private final Ledger ledger;
    private final Targets targets;
    private final TargetCards cards;
    private final MeasureFacts facts;
    private final Regions regions;
    private final Clock clock;

    Progress(
            Plans plans,
            Ledger ledger,
            Targets targets,
            TargetCards cards,
            MeasureFacts facts,
            Regions regions,
            Clock clock) {
        this.plans = plans;
        this.ledger = ledger;
        this.targets = targets;
        this.cards = cards;
        this.facts = facts;
        this.regions = regions;
        this.clock = clock;
    }

    /** Empty if there is no such plan in force. */
    Optional<PlanProgress> of(PlanId id) {
        return plans.find(id).flatMap(plan -> regions.find(plan.region()).map(region -> read(plan, region)));
    }

    /** What happened lately for a plan, the latest first; empty if there is no such plan in force. */
    Optional<PlanNews> news(PlanId id, int most) {
        return plans.find(id).map(plan -> {
            var named = measures(plans.structure(id));
            var lines = facts.latest(
                    scope(plan, Right.READ_FIGURES), named.keySet().stream().toList(), most);
            var names = names(lines.values().stream().flatMap(List::stream).toList());
            return new PlanNews(
                    plan,
                    named.entrySet().stream()
                            .flatMap(entry -> lines.getOrDefault(entry.getKey(), List.of()).stream()
                                    .map(line -> new PlanNews.Item(entry.getValue(), happened(line, names))))
                            .sorted(PlanNews.LATEST_FIRST)
                            .limit(most)
                            .toList());
        });
    }

    private PlanProgress read(Plan plan, Region region) {
        var day = LocalDate.now(clock);
        var structure = plans.structure(plan.id());
        var reads = scope(plan, Right.READ_LEDGER);
        var years = ledger.years(reads, plan.id());
        var year = years.contains(day.getYear())
                ? day.getYear()
                : years.stream().findFirst().orElse(day.getYear());
        var rows =
                ledger.rows(reads, plan.id(), structure, year).stream().collect(toMap(LedgerRow::measure, row -> row));
        var figures = figures(plan, day);
        var latest = facts.latest(
                scope(plan, Right.READ_FIGURES),
                measures(structure).keySet().stream().toList(),
                LATEST);
        var names = names(latest.values().stream().flatMap(List::stream).toList());
        return new PlanProgress(
                plan,
                region,
                day,
                year,
                of(figures, structure.goals()),
                structure.programmes().stream()
                        .map(programme -> new PlanProgress.Programme(
                                programme,
                                programme.measures().stream()
                                        .map(measure -> new PlanProgress.Measure(
                                                measure,
                                                measure.leads().stream()
                                                        .map(PlanStructure.Assignment::written)
                                                        .toList(),
                                                Optional.ofNullable(rows.get(measure.id()))
                                                        .map(row -> Standing.of(row.state()))
                                                        .orElse(Standing.NOT_BEGUN),
                                                of(figures, measure.targets()),
                                                latest.getOrDefault(measure.id(), List.of()).stream()
                                                        .map(line -> happened(line, names))
                                                        .toList()))
                                        .toList()))
                        .toList());
    }

    private Map<UUID, List<PublicFigure>> figures(Plan plan, LocalDate day) {
        var scope = scope(plan, Right.READ_FIGURES);
        return cards.of(scope, targets.of(scope, plan.id()), day).stream()
                .collect(groupingBy(card -> card.target().planTarget(), mapping(PublicFigure::new, toList())));
    }

    private static List<PublicFigure> of(Map<UUID, List<PublicFigure>> figures, List<PlanStructure.Target> targets) {
        return targets.stream()
                .flatMap(target -> figures.getOrDefault(target.id(), List.of()).stream())
                .toList();
    }

    private static Map<MeasureId, PlanStructure.Measure> measures(PlanStructure structure) {
        return structure.measures().collect(toMap(PlanStructure.Measure::id, measure -> measure));
    }

    private Map<RegionCode, String> names(List<MeasureFacts.Line> lines) {
        Set<RegionCode> codes = lines.stream().map(MeasureFacts.Line::region).collect(toSet());
        var names = new HashMap<RegionCode, String>();
        regions.all(codes).forEach((code, region) -> names.put(code, region.name()));
        return names;
    }

    private static PlanProgress.Happened happened(MeasureFacts.Line line, Map<RegionCode, String> names) {
        return new PlanProgress.Happened(
                line, names.getOrDefault(line.region(), line.region().value()));
    }

    private Scope scope(Plan plan, Right right) {
        return Scope.ofProgram(PORTAL, right, LocalDate.now(clock), Set.of(plan.region()));
    }
}
