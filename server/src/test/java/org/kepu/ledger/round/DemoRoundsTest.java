package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.may;

import org.junit.jupiter.api.Test;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration begins in the middle of a quarter's round, with one that is over. */
class DemoRoundsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void one_is_over_and_one_is_under_way_at_two_levels() {
        var given = new GivenRounds(context);
        given.plans.demoInForce(LEAGUE_PLAN, 2026);
        given.plans.demoInForce(BANNER_PLAN, 2026);
        var demo = new DemoRounds(
                given.opening,
                given.asking,
                given.rounds,
                given.summaries,
                given.reading,
                given.filling,
                given.judging,
                given.bean(OfficeCalendar.class),
                given.watch);
        transaction.executeWithoutResult(begun -> demo.load(GivenPlans.program()));
        transaction.executeWithoutResult(begun -> demo.load(GivenPlans.program()));

        var rounds = given.rounds.latest(may(Right.READ_LEDGER), 1);
        assertThat(rounds)
                .extracting(Round::name, round -> round.region().value())
                .containsExactlyInAnyOrder(
                        tuple("年初工作摸底（示例）", "152524"), tuple("本季度调度（示例）", "152524"), tuple("本季度调度（示例）", "152500"));
        for (var round : rounds) {
            var states = given.summaries.all(may(Right.READ_LEDGER), round).stream()
                    .filter(row -> row.region().equals(BANNER))
                    .map(SheetRow::state)
                    .toList();
            if (round.period() == Period.ONCE) {
                assertThat(states).isNotEmpty().containsOnly(SheetState.ACCEPTED);
            } else {
                assertThat(states).contains(SheetState.ASKED, SheetState.SUBMITTED, SheetState.SENT_BACK);
            }
        }
    }
}
