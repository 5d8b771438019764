package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure.Phase;
import org.kepu.plan.life.PhaseLine.Standing;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/** The three phases of the plan of 昆都仑区, which was issued when the first one was over (inventory T26). */
class PhaseLineTest {

    private static final List<Phase> PHASES =
            List.of(new Phase("启动实施", 2021, 2022), new Phase("全面推进", 2023, 2025), new Phase("总结评估", 2025, 2025));

    @Test
    void a_phase_wholly_before_the_issue_alarms_nobody() {
        assertThat(standings(LocalDate.of(2023, 11, 28), 2024))
                .containsExactly(Standing.BEFORE_ISSUE, Standing.NOW, Standing.COMING);
    }

    @Test
    void phases_may_overlap_and_then_both_are_under_way() {
        assertThat(standings(LocalDate.of(2023, 11, 28), 2025))
                .containsExactly(Standing.BEFORE_ISSUE, Standing.NOW, Standing.NOW);
    }

    @Test
    void without_a_day_of_issue_phases_are_only_over_or_to_come() {
        assertThat(standings(null, 2026)).containsExactly(Standing.OVER, Standing.OVER, Standing.OVER);
        assertThat(standings(null, 2020)).containsExactly(Standing.COMING, Standing.COMING, Standing.COMING);
    }

    private static List<Standing> standings(@Nullable LocalDate signed, int year) {
        var plan = new Plan(
                new PlanId(UUID.randomUUID()),
                new RegionCode("150203"),
                "方案",
                null,
                null,
                signed,
                2021,
                2025,
                List.of(),
                Plan.State.IN_FORCE);
        return PhaseLine.of(plan, PHASES, year).stream()
                .map(PhaseLine::standing)
                .toList();
    }
}
