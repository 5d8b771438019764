package org.kepu.activity;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is on, for everybody. Drafts are not there. */
@Service
@PublicKnowledge("what is published is for everybody to come to")
public class Activities {

    private final JdbcClient database;
    private final Clock clock;

    Activities(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An activity with those of its sessions that were looked for, the next first. */
    public record Line(Activity activity, List<Session> sessions) {
        public Line {
            sessions = List.copyOf(sessions);
        }
    }

    /** A page of what was found. */
    public record Listing(List<Line> lines, long total) {
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    private record Counted(Activity activity, long total) {}

    /** One that is published, or was cancelled after it had been. */
    public Optional<Activity> find(ActivityId id) {
        return database.sql(Rows.ACTIVITY + "from activity.activity a where id = :id and state <> 'DRAFT'")
                .param("id", id.value())
                .query(Rows::activity)
                .optional();
    }

    public Optional<Session> session(SessionId id) {
        return database.sql("""
                        select session.* from activity.session join activity.activity on activity.id = session.activity
                        where session.id = :id and state <> 'DRAFT'
                        """).param("id", id.value()).query(Rows::session).optional();
    }

    /** The sessions of a published activity, the first first. */
    public List<Session> sessionsOf(ActivityId id) {
        return database.sql("""
                        select session.* from activity.session join activity.activity on activity.id = session.activity
                        where session.activity = :id and state <> 'DRAFT' order by starts_at, session.id
                        """).param("id", id.value()).query(Rows::session).list();
    }

    /** Those that have all the words in the title, the text or the place; the latest first. */
    public List<Activity> about(List<String> words, int limit) {
        return database.sql(Rows.ACTIVITY + """
                        from activity.activity a
                        where state = 'PUBLISHED' and concat_ws(' ', title, summary, place) ilike all (:patterns)
                        order by published_at desc, id limit :limit
                        """)
                .param(
                        "patterns",
                        words.stream()
                                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                                .toArray(String[]::new))
                .param("limit", limit)
                .query(Rows::activity)
                .list();
    }

    /** What fits, in the order in which it comes. */
    public Listing list(WhatsOn asked, int page, int size) {
        var found = database.sql("""
                        with next as (
                            select activity, min(starts_at) as first from activity.session
                            where cancelled_at is null and ends_at > :from
                              and starts_at < coalesce(:until::timestamptz, 'infinity')
                            group by activity
                        ), found as (
                            select a.*, first, count(*) over () as total
                            from next join activity.activity a on a.id = next.activity
                            where state = 'PUBLISHED'
                              and (:region::text is null
                                   or region in (select region.reach(array[:region]::text[], :today)))
                              and (:kind::text is null or kind = :kind)
                              and (:campaign::text is null or campaign = :campaign)
                              and (:audience::text is null or :audience = any(audiences))
                            order by first, a.id limit :size offset :before
                        )
                        """ + Rows.ACTIVITY + """
                        from found a order by first, id
                        """)
                .param("from", Rows.at(asked.from()))
                .param("until", asked.until() == null ? null : Rows.at(asked.until()))
                .param("region", asked.region() == null ? null : asked.region().value())
                .param("today", LocalDate.now(clock))
                .param("kind", asked.kind())
                .param("campaign", asked.campaign())
                .param("audience", asked.audience())
                .param("size", size)
                .param("before", (long) (page - 1) * size)
                .query((row, number) -> new Counted(Rows.activity(row, number), row.getLong("total")))
                .list();
        var sessions =
                sessions(asked, found.stream().map(one -> one.activity().id()).toList());
        return new Listing(
                found.stream()
                        .map(one -> new Line(
                                one.activity(),
                                sessions.getOrDefault(one.activity().id(), List.of())))
                        .toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private Map<ActivityId, List<Session>> sessions(WhatsOn asked, Collection<ActivityId> of) {
        return of.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                        select * from activity.session
                        where activity = any(:ids) and cancelled_at is null and ends_at > :from
                          and starts_at < coalesce(:until::timestamptz, 'infinity')
                        order by starts_at, id
                        """)
                        .param("ids", of.stream().map(ActivityId::value).toArray(UUID[]::new))
                        .param("from", Rows.at(asked.from()))
                        .param("until", asked.until() == null ? null : Rows.at(asked.until()))
                        .query(Rows::session)
                        .list()
                        .stream()
                        .collect(groupingBy(Session::activity));
    }
}
