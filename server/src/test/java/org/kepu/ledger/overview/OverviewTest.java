package org.kepu.ledger.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class OverviewTest extends RunningSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode BAOTOU = new RegionCode("150200");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Overview overview;

    private PlanId plan;

    @BeforeEach
    void plant() {
        plan = GivenPlans.onCleanGround(context).demoInForce(GivenPlans.BANNER_PLAN, 2026);
    }

    @Test
    void a_leader_sees_each_programme_with_its_measures_and_a_neighbour_sees_nothing() {
        var view = overview.of(may(Right.READ_LEDGER), may(Right.READ_FIGURES), Optional.of(plan));
        assertThat(view.programmes()).hasSize(10);
        assertThat(view.programmes().stream()
                        .flatMap(line -> line.states().stream())
                        .mapToLong(OverviewView.Count::measures)
                        .sum())
                .isEqualTo(25);
        assertThat(view.unread())
                .as("nobody has said which indicator reads them")
                .isEqualTo(26);
        var neighbour = overview.of(
                may(OTHER, Right.READ_LEDGER, BAOTOU), may(OTHER, Right.READ_FIGURES, BAOTOU), Optional.of(plan));
        assertThat(neighbour.plan()).isEmpty();
        assertThat(neighbour.plans()).isEmpty();
        assertThat(neighbour.programmes()).isEmpty();
        assertThat(neighbour.regions()).isEmpty();
    }

    @Test
    void the_page_of_a_leader_opens_and_ranks_nobody() {
        var leader = signedIn(accounts.with(Role.LEADER, BANNER));
        assertThat(leader.get("/desk/overview").body())
                .contains("总览", "青少年科学素质提升行动", "不排名次", "26 项量化指标", "/desk/ledger?plan=" + plan);
        assertThat(leader.get("/desk/overview/targets?plan=" + plan + "&pulse=NO_DATA")
                        .status())
                .isEqualTo(200);
        assertThat(leader.get("/desk/overview/targets?region=150200").status()).isEqualTo(404);
    }
}
