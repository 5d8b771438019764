package org.kepu.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.GivenFacts;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activities on a ground where nothing else is. */
public final class GivenActivities {

    public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final ApplicationContext context;
    private final GivenFacts facts;
    private final KeepingActivities keeping;
    private final KeepingSessions sessions;
    private final Clock clock;

    private GivenActivities(ApplicationContext context) {
        this.context = context;
        this.facts = GivenFacts.onCleanGround(context);
        this.keeping = context.getBean(KeepingActivities.class);
        this.sessions = context.getBean(KeepingSessions.class);
        this.clock = context.getBean(Clock.class);
    }

    public static GivenActivities onCleanGround(ApplicationContext context) {
        return new GivenActivities(context);
    }

    /** What the clerk of the topmost region may do. */
    public static Scope clerk() {
        return GivenPlans.may(Right.RUN_ACTIVITIES);
    }

    public static Scope clerkOf(RegionCode region) {
        return GivenPlans.may(GivenPlans.CLERK, Right.RUN_ACTIVITIES, region);
    }

    public GivenFacts facts() {
        return facts;
    }

    public BodyId body(RegionCode region, String name) {
        return facts.body(region, name);
    }

    /** A talk for elders and pupils in 昆都仑区. */
    public static Described talk() {
        return described("防灾减灾讲座", "LECTURE", GivenFacts.KUNDULUN, List.of("ELDERS", "PUPILS"));
    }

    public static Described described(String title, String kind, RegionCode region, List<String> audiences) {
        return new Described(
                title,
                kind,
                null,
                "讲怎么防暴风雪。",
                audiences,
                region,
                new Place("COMMUNITY", "青松社区一楼", "公交 3 路到青松站", 40.65, 109.84),
                "有坡道",
                "",
                "0472-1234567",
                List.of(),
                List.of());
    }

    /** A published activity with one session. */
    public SessionId published(Described told, Planned planned) {
        var id = keeping.write(clerk(), told, List.of(planned));
        keeping.publish(clerk(), id);
        return sessionOf(id);
    }

    public ActivityId draft(Described told, Planned... planned) {
        return keeping.write(clerk(), told, List.of(planned));
    }

    /** One more session of the same activity. */
    public SessionId more(SessionId of, Planned planned) {
        return sessions.add(clerk(), activityOf(of), planned);
    }

    public ActivityId activityOf(SessionId session) {
        return new ActivityId(database()
                .sql("select activity from activity.session where id = :id")
                .param("id", session.value())
                .query(UUID.class)
                .single());
    }

    public SessionId sessionOf(ActivityId activity) {
        return new SessionId(database()
                .sql("select id from activity.session where activity = :id order by starts_at limit 1")
                .param("id", activity.value())
                .query(UUID.class)
                .single());
    }

    /** A session of tomorrow with so many seats, open for registration. */
    public SessionId tomorrow(int capacity, int perPerson, boolean waits) {
        return published(talk(), seats(capacity, perPerson, waits));
    }

    /** A session of tomorrow that keeps seats for some, or asks something. */
    public SessionId admitting(int capacity, int perPerson, boolean waits, Admission admission) {
        return published(talk(), seats(capacity, perPerson, waits).admitting(admission));
    }

    /** Seats kept for elders and for those of 昆都仑区 until half a day before, and some at the door. */
    public static Admission keeping(int elders, int area, int door) {
        return new Admission(
                List.of(
                        Quota.planned(Quota.Kind.ELDERS, null, elders),
                        Quota.planned(Quota.Kind.AREA, GivenFacts.KUNDULUN, area)),
                door,
                720,
                EnumSet.allOf(PartyKind.class),
                40,
                List.of(),
                null);
    }

    public Planned seats(@Nullable Integer capacity, int perPerson, boolean waits) {
        var start = now().plus(Duration.ofDays(1));
        return new Planned(
                start, start.plus(Duration.ofHours(2)), capacity, perPerson, waits, now().minusSeconds(60), null);
    }

    /** A session that lasted from then on for so long, without registration. */
    public static Planned on(String day, String time, int minutes) {
        var start = LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(HERE)
                .toInstant();
        return Planned.open(start, start.plus(Duration.ofMinutes(minutes)));
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A session as it stands. */
    public Session session(SessionId id) {
        return database()
                .sql("select * from activity.session where id = :id")
                .param("id", id.value())
                .query(Rows::session)
                .single();
    }
}
