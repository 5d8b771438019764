package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;

import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A demonstration brings the people along who play in it. */
@RecordApplicationEvents
class DemoAccountsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoAccounts demo;

    @Autowired
    private Accounts known;

    @Autowired
    private Standing standing;

    @Autowired
    private ApplicationEvents events;

    @Test
    void each_is_there_once_where_the_role_counts() {
        GivenPlans.onCleanGround(context).demoInForce(BANNER_PLAN, 2026);
        demo.load(GivenPlans.program());
        demo.load(GivenPlans.program());
        assertThat(events.stream(DemoAccounts.Opened.class))
                .singleElement()
                .satisfies(opened -> assertThat(opened.credentials())
                        .extracting(FirstAccounts.Credentials::name)
                        .containsExactly("league", "banner", "department", "leader", "community"));
        assertThat(scope("department", Right.DO_TASKS).bodies()).hasSize(1);
        assertThat(scope("department", Right.DO_TASKS).regions()).isEmpty();
        assertThat(scope("banner", Right.RUN_LEDGER).regions()).containsExactly(new RegionCode("152524"));
        assertThat(scope("leader", Right.READ_LEDGER).regions()).containsExactly(new RegionCode("152500"));
        assertThat(scope("leader", Right.RUN_LEDGER).isEmpty()).isTrue();
    }

    private Scope scope(String name, Right right) {
        var account = known.find(name).orElseThrow();
        return standing.scope(new Actor(account.id(), Actor.Kind.STAFF, account.displayName(), null, ""), right);
    }
}
