package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.BEGIN;
import static org.kepu.ledger.round.GivenRounds.NEIGHBOUR;
import static org.kepu.ledger.round.GivenRounds.PLAN;
import static org.kepu.ledger.round.GivenRounds.TOP;
import static org.kepu.ledger.round.GivenRounds.quarter;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A plan with a measure that fits on no sheet, and a neighbour's without. */
class PlansPutOffTest extends RunningSite {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private ApplicationContext context;

    private GivenRounds given;
    private PlanId broken;
    private PlanId sound;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        broken = given.plan();
        sound = given.plans.inForce(
                given.plans.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区").replace("办好竞赛", "办好比赛")), 2026);
        owner("alter table ledger.line add constraint planted check (title <> '办好竞赛')");
    }

    @AfterEach
    void mend() {
        owner("alter table ledger.line drop constraint if exists planted");
    }

    @Test
    void a_plan_that_cannot_be_asked_waits_longer_each_time_and_is_asked_when_it_can_be() {
        var round = given.opened(BANNER, quarter(), broken);
        assertThat(given.rounds.putOff(may(Right.READ_LEDGER), round)).containsExactly(putOff(1, MINUTE));

        given.asking.run();
        assertThat(given.rounds.putOff(may(Right.READ_LEDGER), round))
                .as("not before its minute is over")
                .containsExactly(putOff(1, MINUTE));
        given.watch.forward(MINUTE);
        given.asking.run();
        assertThat(given.rounds.putOff(may(Right.READ_LEDGER), round))
                .containsExactly(putOff(2, MINUTE.multipliedBy(3)));
        assertThat(given.plans.rows("ledger.sheet")).isZero();

        mend();
        given.watch.forward(MINUTE.multipliedBy(2));
        given.asking.run();
        assertThat(given.rounds.putOff(may(Right.READ_LEDGER), round)).isEmpty();
        assertThat(given.rounds.get(round).openedAt()).isNotNull();
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(3);
    }

    @Test
    void the_other_plans_and_rounds_are_asked_meanwhile() {
        var both = given.opened(TOP, quarter(), broken, sound);
        var other = given.opened(NEIGHBOUR, quarter(2), sound);
        assertThat(given.rounds.progress(may(Right.READ_LEDGER), both)).isEqualTo(new Progress(1, 2));
        assertThat(given.rounds.get(both).openedAt()).isNull();
        assertThat(given.rounds.get(other).openedAt()).isNotNull();
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(6);
    }

    @Test
    void the_round_says_why_it_is_not_open_and_when_it_is_tried_again() {
        var round = given.opened(BANNER, quarter(), broken);
        assertThat(clerk().get("/desk/rounds/" + round).body())
                .contains("有 1 个方案还没有下发成功，其他方案照常下发", "方案或者任务里有内容放不进填报表，请联系系统管理员。已试 1 次", "2026年10月1日 11:01");
    }

    private PutOff putOff(int failures, Duration since) {
        var title = given.database()
                .sql("select title from ledger.round_plan where plan_id = :plan")
                .param("plan", broken.value())
                .query(String.class)
                .single();
        return new PutOff(title, AskingFault.DOES_NOT_FIT, failures, BEGIN.plus(since));
    }

    private void owner(String sql) {
        OnPostgres.Server.owner(given.database()).sql(sql).update();
    }
}
