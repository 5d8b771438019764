package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.may;

import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The demonstration begins with a self-check that is under way. */
class DemoEvaluationTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoEvaluation demo;

    @Test
    void one_body_has_scored_itself_and_the_others_are_asked() {
        var given = new GivenEvaluations(context);
        given.plans.demoInForce(BANNER_PLAN, 2026);
        demo.load(GivenPlans.program());
        demo.load(GivenPlans.program());

        var all = given.evaluations.all(may(Right.READ_LEDGER));
        assertThat(all).hasSize(1);
        var evaluation = all.getFirst();
        assertThat(evaluation.state()).isEqualTo(EvaluationState.OPEN);
        assertThat(given.evaluations.tree(evaluation.id()).faults()).isEmpty();
        assertThat(given.evaluations.tree(evaluation.id()).leaves()).hasSize(7);
        var evaluated = given.reading.of(may(Right.READ_LEDGER), evaluation.id());
        assertThat(evaluated).hasSizeGreaterThan(5);
        assertThat(evaluated.stream().filter(one -> one.state() == EvaluatedState.SCORED))
                .extracting(Evaluated::written)
                .containsExactly("旗科协");
    }
}
