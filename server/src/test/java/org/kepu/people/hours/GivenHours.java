package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.GivenService;
import org.kepu.shared.RegionCode;
import org.springframework.context.ApplicationContext;

/** Shifts and what becomes of them as tests need it. */
public final class GivenHours {

    private GivenHours() {}

    public static UUID shift(
            ApplicationContext context,
            UUID team,
            RegionCode region,
            String day,
            String from,
            String to,
            @Nullable String latitude,
            @Nullable String longitude) {
        return context.getBean(PlanningShifts.class)
                .plan(
                        GivenService.clerk(),
                        team,
                        new ShiftForm(
                                "讲防灾减灾",
                                "SCIENCE",
                                region.value(),
                                "文化室",
                                latitude,
                                longitude,
                                day,
                                from,
                                to,
                                "5",
                                "讲课",
                                "路滑"))
                .orElseThrow();
    }

    /** The volunteer's duty in a shift, planned by the team. */
    static UUID planned(ApplicationContext context, UUID shift, UUID volunteer) {
        assertThat(context.getBean(TakingPart.class).plan(GivenService.clerk(), shift, volunteer))
                .isEqualTo(TakingPart.Part.DONE);
        return context.getBean(Shifts.class).duties(GivenService.clerk(), shift).stream()
                .filter(duty -> duty.person().id().equals(volunteer))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Was there from then to then, confirmed by both. */
    public static ConfirmingHours.Confirmed served(
            ApplicationContext context, UUID shift, UUID volunteer, String day, String from, String to) {
        var duty = planned(context, shift, volunteer);
        var confirming = context.getBean(ConfirmingHours.class);
        assertThat(confirming.present(GivenService.clerk(), duty, GivenService.at(day, from), GivenService.at(day, to)))
                .isEqualTo(ConfirmingHours.Told.DONE);
        assertThat(confirming.byTeam(GivenService.clerk(), duty)).isEqualTo(ConfirmingHours.Confirmed.DONE);
        return confirming.byOneself(volunteer, duty);
    }

    /** Was there from then to then, confirmed by the team. */
    public static void presentAt(
            ApplicationContext context, UUID shift, UUID volunteer, String day, String from, String to) {
        var duty = planned(context, shift, volunteer);
        var confirming = context.getBean(ConfirmingHours.class);
        confirming.present(GivenService.clerk(), duty, GivenService.at(day, from), GivenService.at(day, to));
        confirming.byTeam(GivenService.clerk(), duty);
    }
}
