package org.kepu.ledger.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.plan.Plan;
import org.kepu.region.Regions;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * For a demonstration: the midterm self-check of a banner's plan under way. One body has scored itself and waits for the office, the others are
 * asked; one meeting is on record.
 */
@Component
@Order(6)
class DemoEvaluation implements Demo {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final String INDICES = "demo/evaluation-indices.csv";

    /** Who has scored itself already. */
    private static final String EARLY = "旗科协";

    /** Of the full mark, what it gave itself. */
    private static final BigDecimal GIVEN = new BigDecimal("0.9");

    private final PreparingEvaluations preparing;
    private final IndexImport importing;
    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final Marking marking;
    private final MovingOn moving;
    private final Visits visits;
    private final Regions regions;
    private final Clock clock;

    DemoEvaluation(
            PreparingEvaluations preparing,
            IndexImport importing,
            Evaluations evaluations,
            ReadingEvaluated reading,
            Marking marking,
            MovingOn moving,
            Visits visits,
            Regions regions,
            Clock clock) {
        this.preparing = preparing;
        this.importing = importing;
        this.evaluations = evaluations;
        this.reading = reading;
        this.marking = marking;
        this.moving = moving;
        this.visits = visits;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public void load(Desk program) {
        var scope = program.scope(Right.RUN_LEDGER);
        preparing.choices(scope).stream()
                .filter(plan -> plan.region().equals(BANNER))
                .max(Comparator.comparingInt(Plan::periodFrom))
                .flatMap(plan -> started(scope, plan))
                .ifPresent(id -> score(program, id));
    }

    private Optional<EvaluationId> started(Scope scope, Plan plan) {
        var today = LocalDate.now(clock);
        var name = "%s%d年中期自查".formatted(regions.get(BANNER).name(), today.getYear());
        var form = new EvaluationForm(
                plan.id().value(),
                EvaluationKind.MIDTERM,
                name,
                LocalDate.of(Math.min(plan.periodFrom(), today.getYear()), 1, 1),
                today,
                10,
                5,
                10,
                30);
        if (!(preparing.create(scope, form) instanceof Prepared.Done(var id))) {
            return Optional.empty();
        }
        importing.take(scope, id, indices());
        visits.add(
                scope,
                id,
                new VisitForm(
                        UUID.randomUUID(),
                        Visit.Kind.MEETING,
                        today,
                        "旗科技馆",
                        "旗纲要办、旗科协、旗教育局有关负责人",
                        "苏木的讲座场次偏少，流动科普设施需要排出下乡计划（示例）。",
                        null));
        return preparing.start(scope, id, evaluations.get(id).tree()) instanceof Prepared.Done
                ? Optional.of(id)
                : Optional.empty();
    }

    private void score(Desk program, EvaluationId id) {
        var tasks = program.scope(Right.DO_TASKS);
        reading.of(program.scope(Right.READ_LEDGER), id).stream()
                .filter(one -> one.written().equals(EARLY))
                .forEach(one -> {
                    for (var index : evaluations.tree(id).leaves()) {
                        var points = Index.written(Points.rounded(index.weight().multiply(GIVEN)));
                        var form = new MarkForm(Hand.SELF, points, false, "按计划完成（示例）。", 0, List.of());
                        marking.mark(tasks, id, one.id(), index.id(), form, List.of());
                    }
                    moving.take(tasks, id, one.id(), EvaluatedAct.SUBMIT, one.version(), "");
                });
    }

    private static byte[] indices() {
        try (var stream = new ClassPathResource(INDICES).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
