package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.clerk;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.people.GivenService;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Volunteers go when they wish; what they served stays theirs. */
@OnPostgres
class LeavingTeamsTest {

    private static final String SATURDAY = "2026-03-07";

    @Autowired
    ApplicationContext context;

    @Autowired
    LeavingTeams leaving;

    @Autowired
    TakingPart part;

    @Autowired
    OwnHours own;

    GivenService given;
    UUID team;
    UUID volunteer;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        team = given.team("青松科技志愿服务队", KUNDULUN);
        volunteer = given.volunteer(team, "13800138001", false);
    }

    private UUID next() {
        return given.shift(team, COMMUNITY, GivenService.today().plusDays(7).toString(), "09:00", "12:00");
    }

    private List<String> states() {
        return given.database()
                .sql("select state from people.duty order by lower(planned)")
                .query(String.class)
                .list();
    }

    private List<String> teams() {
        return own.teams(volunteer).stream()
                .map(place -> place.title() + " " + place.state())
                .toList();
    }

    @Test
    void who_leaves_gives_back_what_has_not_begun_and_keeps_the_hours() {
        var other = given.team("红柳科技志愿服务队", QINGSHAN);
        assertThat(leaving.leave(volunteer, other)).as("of another team").isFalse();
        GivenHours.served(
                context,
                given.shift(team, COMMUNITY, SATURDAY, "09:00", "12:00"),
                volunteer,
                SATURDAY,
                "09:00",
                "12:00");
        var next = next();
        GivenHours.planned(context, next, volunteer);
        assertThat(leaving.leave(volunteer, team)).isTrue();
        assertThat(leaving.leave(volunteer, team)).as("gone already").isFalse();
        assertThat(states()).containsExactly("PRESENT", "GIVEN_BACK");
        assertThat(own.minutes(volunteer)).isEqualTo(180);
        assertThat(teams()).containsExactly("青松科技志愿服务队 LEFT");
        assertThat(part.take(volunteer, next)).isEqualTo(TakingPart.Part.NOT_IN_TEAM);
        assertThat(part.plan(clerk(), next, volunteer)).isEqualTo(TakingPart.Part.NOT_IN_TEAM);
        assertThat(given.database()
                        .sql("select region from audit.entry where act = 'people.act.left' and object = :team")
                        .param("team", team.toString())
                        .query(String.class)
                        .list())
                .containsExactly(KUNDULUN.value());
    }

    @Test
    void what_was_asked_is_taken_back() {
        given.database()
                .sql("update people.membership set state = 'ASKED', settled_at = null, settled_by = null")
                .update();
        assertThat(leaving.leave(volunteer, team)).isTrue();
        assertThat(teams()).containsExactly("青松科技志愿服务队 LEFT");
    }

    @Test
    void whoever_is_planned_while_they_leave_is_in_no_shift_afterwards() {
        var shifts = List.of(
                next(),
                given.shift(team, COMMUNITY, GivenService.today().plusDays(8).toString(), "09:00", "12:00"));
        together(6, who -> switch (who % 3) {
            case 0 -> leaving.leave(volunteer, team);
            default -> part.plan(clerk(), shifts.get(who % 3 - 1), volunteer);
        });
        assertThat(teams()).containsExactly("青松科技志愿服务队 LEFT");
        assertThat(states()).doesNotContain("PLANNED");
    }
}
