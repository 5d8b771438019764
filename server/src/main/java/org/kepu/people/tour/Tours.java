package org.kepu.people.tour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tours that a clerk sees: those of divisions within reach, and those that come to a banner within reach. Of each only the stops
 * within reach are shown.
 */
@Service
public class Tours {

    /** A tour {@code t} that is seen. */
    static final String SEEN = "(" + InReach.region("t.region")
            + " or exists (select from people.tour_stop seen where seen.tour = t.id and seen.taken_out_at is null and "
            + InReach.region("seen.banner") + "))";

    /** An invitation {@code i} that can still be answered, or settled on as proposed, at {@code :now}. */
    static final String WAITS =
            "(i.state = 'SENT' and i.starts_at > :now or i.state = 'PROPOSED' and greatest(i.starts_at, i.proposed_at) > :now)";

    private static final String STOP = """
            select s.banner, s.planned, s.topic,
                   count(i.id) filter (where\s""" + WAITS + """
                   )::int as waiting,
                   min((i.starts_at at time zone 'Asia/Shanghai')::date) filter (where i.state = 'ACCEPTED') as agreed,
                   count(i.id) filter (where i.state = 'SERVED')::int as visits,
                   coalesce(sum(i.attendances), 0)::int as attendances,
                   max((i.starts_at at time zone 'Asia/Shanghai')::date) filter (where i.state = 'SERVED') as visited
            from people.tour_stop s left join people.invitation i on i.tour = s.tour and i.banner = s.banner
            where s.tour = :tour and s.taken_out_at is null and\s""";

    private final JdbcClient database;
    private final Clock clock;

    Tours(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A tour in a list.
     *
     * @param visited at how many of its stops there was a service
     */
    public record Line(Tour tour, int stops, int visited) {}

    /**
     * An invitation that belongs to a stop.
     *
     * @param state a key on screen
     * @param expert where the desk shows the expert; null if that is out of reach
     */
    public record Call(
            RegionCode banner,
            String title,
            Instant starts,
            String state,
            @Nullable Integer attendances,
            @Nullable UUID expert) {

        /** The key of its state on screen. */
        public String messageKey() {
            return "people.invitation." + state;
        }
    }

    /**
     * The row is locked, then read: what one decides by holds until the transaction is over.
     *
     * @throws NotFound if there is no such tour that one may change
     */
    Tour lock(Scope scope, UUID id) {
        scope.demands(Right.KEEP_EXPERTS);
        var reached = database.sql("select t.id from people.tour t where t.id = :id and " + InReach.region("t.region")
                        + " for update")
                .param("id", id)
                .params(scope.parameters())
                .query(UUID.class)
                .optional();
        if (reached.isEmpty()) {
            throw new NotFound();
        }
        return find(scope, id).orElseThrow(NotFound::new);
    }

    /** Those with a day in this year, the latest first. */
    @Transactional(readOnly = true)
    public List<Line> in(Scope scope, int year) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("""
                        select t.*,
                               (select count(*) from people.tour_stop s where s.tour = t.id and s.taken_out_at is null and\s""" + InReach.region("s.banner") + """
                               ) as stops,
                               (select count(distinct i.banner) from people.invitation i where i.tour = t.id and i.state = 'SERVED' and\s""" + InReach.region("i.banner") + """
                               ) as visited
                        from people.tour t
                        where t.first_day <= make_date(:year, 12, 31) and t.last_day >= make_date(:year, 1, 1) and\s""" + SEEN + """
                         order by t.first_day desc, t.title, t.id
                        """)
                .param("year", year)
                .params(scope.parameters())
                .query((row, number) -> new Line(read(row), row.getInt("stops"), row.getInt("visited")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Tour> find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("select t.* from people.tour t where t.id = :id and " + SEEN)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Which of these are seen. */
    @Transactional(readOnly = true)
    public Set<UUID> seen(Scope scope, Collection<UUID> tours) {
        scope.demands(Right.KEEP_EXPERTS);
        return new HashSet<>(database.sql("select t.id from people.tour t where t.id = any(:tours) and " + SEEN)
                .param("tours", tours.toArray(UUID[]::new))
                .params(scope.parameters())
                .query(UUID.class)
                .list());
    }

    /** Those that experts can be asked for: neither over nor called off, the earliest first. */
    @Transactional(readOnly = true)
    public List<Tour> open(Scope scope) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(
                        "select t.* from people.tour t where t.cancelled_at is null and t.last_day >= :scopeDay and "
                                + SEEN + " order by t.first_day, t.title, t.id")
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .list();
    }

    /** The stops of a tour within reach: what has a day or month first, then by division. */
    @Transactional(readOnly = true)
    public List<Stop> stops(Scope scope, UUID tour) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(STOP + InReach.region("s.banner")
                        + " group by s.banner, s.planned, s.topic order by s.planned = '', s.planned, s.banner")
                .param("tour", tour)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query((row, number) -> stop(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Stop> stop(Scope scope, UUID tour, RegionCode banner) {
        return stops(scope, tour).stream()
                .filter(stop -> stop.banner().equals(banner))
                .findFirst();
    }

    /** The invitations at its stops within reach, the earliest first. */
    @Transactional(readOnly = true)
    public List<Call> calls(Scope scope, UUID tour) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("""
                        select i.banner, i.title, i.starts_at, i.state, i.attendances, case when\s""" + InReach.region("e.region") + """
                               then e.id end as expert
                        from people.invitation i join people.expert e on e.id = i.expert
                        where i.tour = :tour and\s""" + InReach.region("i.banner") + """
                         order by i.starts_at, i.id
                        """)
                .param("tour", tour)
                .params(scope.parameters())
                .query((row, number) -> new Call(
                        new RegionCode(row.getString("banner")),
                        row.getString("title"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("state"),
                        row.getObject("attendances", Integer.class),
                        row.getObject("expert", UUID.class)))
                .list();
    }

    /** How many invitations name no banner: they were made before there were tours. */
    @Transactional(readOnly = true)
    public int withoutStop(Scope scope, UUID tour) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("select count(*) from people.invitation i where i.tour = :tour and i.banner is null and "
                        + InReach.region("i.region"))
                .param("tour", tour)
                .params(scope.parameters())
                .query(Integer.class)
                .single();
    }

    static Tour read(ResultSet row) throws SQLException {
        var announced = row.getObject("announced_at", OffsetDateTime.class);
        return new Tour(
                row.getObject("id", UUID.class),
                Programme.valueOf(row.getString("programme")),
                row.getString("title"),
                new BodyId(row.getObject("body", UUID.class)),
                new RegionCode(row.getString("region")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("criteria"),
                row.getInt("version"),
                announced == null ? null : announced.toInstant(),
                row.getString("cancelled_why"));
    }

    private static Stop stop(ResultSet row) throws SQLException {
        return new Stop(
                new RegionCode(row.getString("banner")),
                new Planned(row.getString("planned")),
                row.getString("topic"),
                row.getInt("waiting"),
                row.getObject("agreed", LocalDate.class),
                row.getInt("visits"),
                row.getInt("attendances"),
                row.getObject("visited", LocalDate.class));
    }
}
