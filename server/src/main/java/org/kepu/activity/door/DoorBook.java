package org.kepu.activity.door;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.SessionLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written down at the doors: each code that is shown, once, and how many just come. */
@Component
class DoorBook {

    /** A scan {@code scan} with what is known of its code. */
    private static final String SCAN = """
            select scan.*, coalesce(booking.places, 0) as places, booking.present_at, came.device as came_at,
                   title, starts_at, ends_at
            from activity.scan
                 left join activity.booking on booking.code = scan.code
                 left join activity.session on session.id = booking.session
                 left join activity.activity on activity.id = session.activity
                 left join lateral (select device from activity.scan first
                                    where first.code = scan.code and first.answer = 'NEW' limit 1) came on true
            """;

    /** A telephone is kept waiting for a sleeping owner no longer than that after its door is over. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final JdbcClient database;
    private final SessionLocks locks;
    private final Marks marks;
    private final Clock clock;

    DoorBook(JdbcClient database, SessionLocks locks, Marks marks, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.marks = marks;
        this.clock = clock;
    }

    /** Takes in what a telephone has written down: one telephone of a session after the other, and nobody gives back meanwhile. */
    @Transactional
    DoorList.Told take(Keeper keeper, Batch batch) {
        locks.one(keeper.session());
        var now = clock.instant();
        batch.scans().stream()
                .sorted(comparing(Batch.Shown::at).thenComparing(Batch.Shown::scan))
                .forEach(shown -> write(keeper, batch, shown, now));
        batch.counts().stream()
                .sorted(comparing(Batch.Counted::audience))
                .forEach(counted -> count(keeper, batch.device(), counted, now));
        return new DoorList.Told(answers(batch), walkIns(keeper.session(), batch.device()), present(keeper.session()));
    }

    /** One statement decides whether somebody came by this scan; what was written down before stays as it is. */
    private void write(Keeper keeper, Batch batch, Batch.Shown shown, Instant now) {
        int ahead = (int) Duration.between(now, batch.now()).toSeconds();
        database.sql("""
                        with came as (
                            update activity.booking set present_at = greatest(least(:came, :now), booked_at)
                            where code = :code and session = :session and state = 'CONFIRMED' and present_at is null
                              and not exists (select from activity.scan where device = :device and id = :id)
                            returning id
                        )
                        insert into activity.scan (device, id, session, code, answer, made_at, clock_ahead, received_at,
                                                   account, link)
                        select :device, :id, :session, :code,
                               case when exists (select from came) then 'NEW'
                                    else coalesce((select case when session <> :session then 'OTHER_SESSION'
                                                               when state = 'CONFIRMED' then 'ALREADY'
                                                               when cancelled_at is null then 'WAITING'
                                                               else 'CANCELLED' end
                                                   from activity.booking where code = :code), 'UNKNOWN') end,
                               :made, :ahead, :now, :account::uuid, :link::uuid
                        on conflict (device, id) do nothing
                        """)
                .param("came", Rows.at(shown.at().minusSeconds(ahead)))
                .param("now", Rows.at(now))
                .param("code", shown.code())
                .param("session", keeper.session().value())
                .param("device", batch.device())
                .param("id", shown.scan())
                .param("made", Rows.at(shown.at()))
                .param("ahead", ahead)
                .param("account", keeper.account())
                .param("link", keeper.link())
                .update();
    }

    /** The number of a telephone is changed by it alone, and never back. */
    private void count(Keeper keeper, UUID device, Batch.Counted counted, Instant now) {
        database.sql("""
                        insert into activity.walk_in (session, device, audience, count, turn, told_at)
                        select session.id, :device, :audience, :count, :turn, :now
                        from activity.session join activity.activity on activity.id = session.activity
                        where session.id = :session and :audience = any(audiences)
                        on conflict (session, device, audience) do update
                        set count = excluded.count, turn = excluded.turn, told_at = excluded.told_at
                        where walk_in.turn < excluded.turn
                        """)
                .param("session", keeper.session().value())
                .param("device", device)
                .param("audience", counted.audience())
                .param("count", counted.count())
                .param("turn", counted.turn())
                .param("now", Rows.at(now))
                .update();
    }

    private List<Scan> answers(Batch batch) {
        return database.sql(SCAN + "where scan.device = :device and scan.id = any(:ids) order by scan.id")
                .param("device", batch.device())
                .param("ids", batch.scans().stream().map(Batch.Shown::scan).toArray(UUID[]::new))
                .query(DoorBook::scan)
                .list();
    }

    /** What was shown at the doors of a session and somebody has to look at, the last first. */
    @Transactional(readOnly = true)
    List<Scan> doubtful(SessionId session, int most) {
        return database.sql(SCAN + """
                        where scan.session = :session
                          and (answer <> 'NEW' or abs(clock_ahead) > :bearable)
                        order by received_at desc, scan.id limit :most
                        """)
                .param("session", session.value())
                .param("bearable", Scan.BEARABLE.toSeconds())
                .param("most", most)
                .query(DoorBook::scan)
                .list();
    }

    /** How many were let in by what arrived after the session was closed out. */
    @Transactional(readOnly = true)
    int late(SessionId session) {
        return database.sql("""
                        select count(*) from activity.scan
                        where session = :session and answer = 'NEW'
                          and received_at > (select max(closed_at) from activity.closing where session = :session)
                        """)
                .param("session", session.value())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    DoorList list(Keeper keeper) {
        var session = session(keeper.session());
        return database.sql("""
                        select title, place, audiences from activity.activity where id = :activity
                        """)
                .param("activity", session.activity().value())
                .query((row, number) -> new DoorList(
                        session,
                        row.getString("title"),
                        row.getString("place"),
                        List.of((String[]) row.getArray("audiences").getArray()),
                        present(keeper.session()),
                        keeper.until().plus(KEPT),
                        !clock.instant().isBefore(keeper.until())))
                .single();
    }

    /** How many just came, of each audience, as this telephone and all others counted. */
    @Transactional(readOnly = true)
    List<DoorList.WalkIns> walkIns(SessionId session, UUID device) {
        return database.sql("""
                        select audience, coalesce(sum(count) filter (where device = :device), 0) as own,
                               coalesce(max(turn) filter (where device = :device), 0) as turn,
                               coalesce(sum(count) filter (where device <> :device), 0) as others
                        from activity.walk_in where session = :session group by audience order by audience
                        """)
                .param("session", session.value())
                .param("device", device)
                .query(DoorList.WalkIns.class)
                .list();
    }

    /** The codes that there are, in no order that says who booked when. Marks take their time, so no transaction waits for them. */
    DoorList.Known known(Keeper keeper) {
        var key = marks.key(keeper);
        return new DoorList.Known(
                key,
                Marks.ROUNDS,
                codes(keeper.session()).stream()
                        .map(one -> new DoorList.Expected(marks.mark(key, one.code()), one.places(), one.answer()))
                        .sorted(comparing(DoorList.Expected::mark))
                        .toList());
    }

    private record Code(String code, int places, Answer answer) {}

    private List<Code> codes(SessionId session) {
        return database.sql("""
                        select code, places,
                               case when present_at is not null then 'ALREADY' when state = 'CONFIRMED' then 'NEW'
                                    when cancelled_at is null then 'WAITING' else 'CANCELLED' end as answer
                        from activity.booking where session = :session
                        """)
                .param("session", session.value())
                .query(Code.class)
                .list();
    }

    private int present(SessionId session) {
        return database.sql(
                        "select coalesce(sum(places), 0) from activity.booking where session = :session and present_at is not null")
                .param("session", session.value())
                .query(Integer.class)
                .single();
    }

    private Session session(SessionId id) {
        return database.sql("select * from activity.session where id = :id")
                .param("id", id.value())
                .query(Rows::session)
                .single();
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        return new Scan(
                row.getObject("id", UUID.class),
                row.getObject("device", UUID.class),
                row.getString("code"),
                Answer.valueOf(row.getString("answer")),
                row.getInt("places"),
                Rows.moment(row, "made_at"),
                Duration.ofSeconds(row.getInt("clock_ahead")),
                Rows.moment(row, "received_at"),
                Rows.instant(row, "present_at"),
                row.getObject("came_at", UUID.class),
                other(row));
    }

    private static Scan.@Nullable Other other(ResultSet row) throws SQLException {
        var title = row.getString("title");
        return title == null ? null : new Scan.Other(title, Rows.moment(row, "starts_at"), Rows.moment(row, "ends_at"));
    }
}
