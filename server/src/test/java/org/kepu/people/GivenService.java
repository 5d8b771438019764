package org.kepu.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.GivenFacts;
import org.kepu.people.hours.GivenHours;
import org.kepu.people.team.GivenTeams;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Teams and shifts on a ground where nothing else is. */
public final class GivenService {

    public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final ApplicationContext context;
    private final GivenFacts facts;

    private GivenService(ApplicationContext context) {
        this.context = context;
        this.facts = GivenFacts.onCleanGround(context);
        database().sql("delete from guard.attempt").update();
    }

    public static GivenService onCleanGround(ApplicationContext context) {
        return new GivenService(context);
    }

    public static Scope clerk() {
        return GivenPlans.may(Right.RUN_TEAMS);
    }

    /** Another hand of the same office. */
    public static Scope colleague() {
        return GivenPlans.may(GivenPlans.OTHER, Right.RUN_TEAMS, GivenPlans.TOP);
    }

    public static Scope clerkOf(RegionCode region) {
        return GivenPlans.may(new Actor(new UUID(0, 9), Actor.Kind.STAFF, "邻旗", null, ""), Right.RUN_TEAMS, region);
    }

    public GivenFacts facts() {
        return facts;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    public UUID team(String title, RegionCode region) {
        return GivenTeams.team(context, title, region);
    }

    /** A volunteer of the team. */
    public UUID volunteer(UUID team, String phone, boolean staff) {
        return GivenTeams.volunteer(context, team, phone, staff);
    }

    public UUID shift(UUID team, RegionCode region, String day, String from, String to) {
        return shift(team, region, day, from, to, null, null);
    }

    public UUID shift(
            UUID team,
            RegionCode region,
            String day,
            String from,
            String to,
            @Nullable String latitude,
            @Nullable String longitude) {
        return GivenHours.shift(context, team, region, day, from, to, latitude, longitude);
    }

    public static Instant at(String day, String time) {
        return LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(HERE)
                .toInstant();
    }

    public static LocalDate today() {
        return LocalDate.now(Clock.system(HERE));
    }

    public List<Integer> entries(UUID volunteer) {
        return database()
                .sql("select minutes from people.hours_entry where volunteer = :volunteer order by id")
                .param("volunteer", volunteer)
                .query(Integer.class)
                .list();
    }

    public int dayTotal(UUID volunteer, String day) {
        return database()
                .sql("select minutes from people.day_total where volunteer = :volunteer and day = :day::date")
                .param("volunteer", volunteer)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
