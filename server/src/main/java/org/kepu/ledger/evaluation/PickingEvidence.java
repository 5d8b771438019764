package org.kepu.ledger.evaluation;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.ServingFacts;
import org.kepu.indicator.figure.Window;
import org.kepu.indicator.target.TargetCard;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.TargetStandings;
import org.kepu.indicator.target.Targets;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a body may point at: the facts it is credited with, the figures of the targets that concern it, what it said in rounds, its documents.
 * Nothing of it is typed again.
 */
@Service
class PickingEvidence {

    private static final int LONGEST_LABEL = 160;

    private final MeasureFacts credited;
    private final ServingFacts serving;
    private final Targets targets;
    private final TargetCards cards;
    private final TargetStandings standings;
    private final Plans plans;
    private final Regions regions;
    private final JdbcClient database;
    private final Clock clock;

    PickingEvidence(
            MeasureFacts credited,
            ServingFacts serving,
            Targets targets,
            TargetCards cards,
            TargetStandings standings,
            Plans plans,
            Regions regions,
            JdbcClient database,
            Clock clock) {
        this.credited = credited;
        this.serving = serving;
        this.targets = targets;
        this.cards = cards;
        this.standings = standings;
        this.plans = plans;
        this.regions = regions;
        this.database = database;
        this.clock = clock;
    }

    private record Found(UUID source, String label, String path) {
        Evidence as(Evidence.Kind kind) {
            return new Evidence(
                    kind,
                    source,
                    label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label,
                    path);
        }
    }

    /** All there is for one evaluated, who was found within reach, in the order of the plan. */
    List<Evidence> choices(Scope figures, Evaluation evaluation, Evaluated evaluated) {
        figures.demands(Right.READ_FIGURES);
        var all = new ArrayList<Evidence>();
        all.addAll(facts(evaluation, evaluated));
        all.addAll(figures(figures, evaluation, evaluated));
        if (!evaluated.government()) {
            all.addAll(said(evaluation, evaluated));
        }
        all.addAll(documents(evaluation, evaluated));
        return all;
    }

    private List<Evidence> facts(Evaluation evaluation, Evaluated evaluated) {
        var window = new Window(evaluation.from(), evaluation.to());
        var measures = measures(evaluation, evaluated);
        Map<MeasureId, String> titles = measures.stream()
                .collect(toMap(PlanStructure.Measure::id, PlanStructure.Measure::title, (one, same) -> one));
        var found = new ArrayList<Evidence>();
        if (evaluated.government()) {
            serving.within(evaluated.region(), titles.keySet(), window)
                    .forEach((measure, sum) -> found.add(fact(measure, titles, sum.facts(), sum.attendances())));
        } else {
            credited.credits(evaluated.body(), titles.keySet(), window)
                    .forEach((measure, sum) -> found.add(fact(measure, titles, sum.facts(), sum.attendances())));
        }
        var order = measures.stream().map(measure -> measure.id().value()).toList();
        found.sort(java.util.Comparator.comparingInt(one -> order.indexOf(one.source())));
        return found;
    }

    private static Evidence fact(MeasureId measure, Map<MeasureId, String> titles, long facts, long attendances) {
        var label = titles.getOrDefault(measure, "") + "：事实 " + facts + " 件"
                + (attendances > 0 ? "，" + attendances + " 人次" : "");
        return new Evidence(Evidence.Kind.FACTS, measure.value(), label, "/desk/measures/" + measure);
    }

    /** Of a body those of the plan; of a government those of its own plans of these years too. */
    private List<PlanStructure.Measure> measures(Evaluation evaluation, Evaluated evaluated) {
        var all = new ArrayList<>(plans.structure(evaluation.plan()).measures().toList());
        if (evaluated.government()) {
            plans.all().stream()
                    .map(PlanSummary::plan)
                    .filter(plan -> plan.region().equals(evaluated.region()) && overlaps(plan, evaluation))
                    .forEach(plan ->
                            all.addAll(plans.structure(plan.id()).measures().toList()));
        }
        return all;
    }

    private static boolean overlaps(Plan plan, Evaluation evaluation) {
        return plan.periodFrom() <= evaluation.to().getYear()
                && plan.periodTo() >= evaluation.from().getYear();
    }

    private List<Evidence> figures(Scope scope, Evaluation evaluation, Evaluated evaluated) {
        var today = Today.by(clock);
        LocalDate day = evaluation.to().isAfter(today) ? today : evaluation.to();
        return standing(scope, evaluation, evaluated, day).stream()
                .filter(TargetCard::hasValue)
                .map(PickingEvidence::figure)
                .toList();
    }

    /** A government's own, where it is within reach; a body's are those of the plan that asks it, as its lights show them. */
    private List<TargetCard> standing(Scope scope, Evaluation evaluation, Evaluated evaluated, LocalDate day) {
        if (!evaluated.government()) {
            return standings.of(standings.read(evaluation.plan()), day);
        }
        return regions.reaches(scope, evaluated.region())
                ? cards.of(scope, targets.of(scope, evaluated.region()), day)
                : List.of();
    }

    private static Evidence figure(TargetCard card) {
        BigDecimal value = java.util.Objects.requireNonNull(card.figure().value());
        var label = card.definition().name() + "：" + value.stripTrailingZeros().toPlainString() + " "
                + card.definition().unit() + "（" + card.figure().window().from() + "至"
                + card.figure().window().to() + "；目标：" + card.target().quote() + "）";
        return new Found(
                        card.target().id(),
                        label,
                        "/desk/indicators/" + card.target().indicator())
                .as(Evidence.Kind.FIGURE);
    }

    private List<Evidence> said(Evaluation evaluation, Evaluated evaluated) {
        return database
                .sql("""
                        select line.id as source, round.name || '·' || line.title || '：' || line.text as label,
                               '/desk/rounds/' || round.id || '/sheets/' || sheet.id as path
                        from ledger.line join ledger.sheet on sheet.id = line.sheet_id
                             join ledger.asking on asking.id = sheet.asking_id join ledger.round on round.id = asking.round_id
                        where sheet.plan_id = :plan and sheet.body_id = :body and sheet.state = 'ACCEPTED' and line.answer = 'PROGRESS'
                          and asking.covers_to between :from and :to
                        order by line.position, asking.covers_to desc, line.id limit 100
                        """)
                .param("plan", evaluation.plan().value())
                .param("body", evaluated.body().value())
                .param("from", evaluation.from())
                .param("to", evaluation.to())
                .query(Found.class)
                .list()
                .stream()
                .map(found -> found.as(Evidence.Kind.SAID))
                .toList();
    }

    private List<Evidence> documents(Evaluation evaluation, Evaluated evaluated) {
        return database
                .sql("""
                        select source, label, path from (
                            select one.file as source, one.said as label, '/desk/tasks/' || task.id || '/files/' || one.file as path, one.day
                            from ledger.task_evidence one join ledger.task on task.id = one.task_id
                            where task.plan_id = :plan and task.body_id = :body and one.file is not null and one.day between :from and :to
                              and not exists (select from ledger.task_evidence later where later.supersedes = one.id)
                            union all
                            select own_plan.file, own_plan.title || ' ' || own_plan.number,
                                   '/desk/tasks/' || min(task.id::text) || '/files/' || own_plan.file, own_plan.signed_on
                            from ledger.own_plan join ledger.task_own_plan on own_plan_id = own_plan.id
                                 join ledger.task on task.id = task_own_plan.task_id
                            where task.plan_id = :plan and own_plan.body_id = :body and own_plan.file is not null
                            group by own_plan.id
                            union all
                            select work_plan.id, title || ' ' || number, '/desk/work-plans/' || work_plan.id, issued_on
                            from ledger.work_plan
                            where state = 'ISSUED' and issued_on between :from and :to
                              and (body_id = :body or :government and body_id is null and region_code = :region)) document
                        order by day desc, source limit 200
                        """)
                .param("plan", evaluation.plan().value())
                .param("body", evaluated.body().value())
                .param("government", evaluated.government())
                .param("region", evaluated.region().value())
                .param("from", evaluation.from())
                .param("to", evaluation.to())
                .query(Found.class)
                .list()
                .stream()
                .map(found -> found.as(Evidence.Kind.DOCUMENT))
                .toList();
    }

    private record Row(UUID index, Evidence.Kind kind, UUID source, String label, String path) {}

    /** What was picked, by index, for one who was found within reach. */
    Map<UUID, List<Evidence>> picked(EvaluatedId id) {
        return database.sql("""
                        select index_id as index, kind, source, label, path from ledger.evaluation_evidence
                        where evaluated_id = :id order by index_id, kind, label, source
                        """).param("id", id.value()).query(Row.class).list().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Row::index,
                        java.util.stream.Collectors.mapping(
                                row -> new Evidence(row.kind(), row.source(), row.label(), row.path()),
                                java.util.stream.Collectors.toList())));
    }

    /** Writes down what was picked, in the place of what was picked before. */
    void write(EvaluatedId id, Index index, List<Evidence> picked) {
        database.sql("delete from ledger.evaluation_evidence where evaluated_id = :id and index_id = :index")
                .param("id", id.value())
                .param("index", index.id())
                .update();
        database.sql("""
                        insert into ledger.evaluation_evidence (evaluated_id, index_id, kind, source, label, path)
                        select :id, :index, kind, source, label, path
                        from unnest(:kinds::text[], :sources::uuid[], :labels::text[], :paths::text[]) as one (kind, source, label, path)
                        """)
                .param("id", id.value())
                .param("index", index.id())
                .param("kinds", each(picked, one -> one.kind().name()))
                .param("sources", picked.stream().map(Evidence::source).toArray(UUID[]::new))
                .param("labels", each(picked, Evidence::label))
                .param("paths", each(picked, Evidence::path))
                .update();
    }

    private static String[] each(List<Evidence> picked, Function<Evidence, String> what) {
        return picked.stream().map(what).toArray(String[]::new);
    }
}
