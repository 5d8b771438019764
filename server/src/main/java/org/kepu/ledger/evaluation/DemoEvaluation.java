package org.kepu.ledger.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import org.kepu.plan.Plan;
import org.kepu.region.Regions;
import org.kepu.shared.Demo;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** For a demonstration: the midterm self-check of a banner's plan, started, so that its departments can score themselves. */
@Component
@Order(4)
class DemoEvaluation implements Demo {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final String INDICES = "demo/evaluation-indices.csv";

    private final PreparingEvaluations preparing;
    private final IndexImport importing;
    private final Evaluations evaluations;
    private final Regions regions;
    private final Clock clock;

    DemoEvaluation(
            PreparingEvaluations preparing,
            IndexImport importing,
            Evaluations evaluations,
            Regions regions,
            Clock clock) {
        this.preparing = preparing;
        this.importing = importing;
        this.evaluations = evaluations;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public Right right() {
        return Right.RUN_LEDGER;
    }

    @Override
    public void load(Scope scope) {
        preparing.choices(scope).stream()
                .filter(plan -> plan.region().equals(BANNER))
                .max(Comparator.comparingInt(Plan::periodFrom))
                .ifPresent(plan -> put(scope, plan));
    }

    private void put(Scope scope, Plan plan) {
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
        if (preparing.create(scope, form) instanceof Prepared.Done(var id)) {
            importing.take(scope, id, indices());
            preparing.start(scope, id, evaluations.get(id).tree());
        }
    }

    private static byte[] indices() {
        try (var stream = new ClassPathResource(INDICES).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
