package org.kepu.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.Session.Proof;
import org.kepu.access.session.Session.Second;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The sign-ins that hold. Asked anew for each request of the desk, so that one that is ended, grows too old, or whose
 * account is closed is over at the next click, whichever node answers it.
 */
@Service
public class Sessions {

    static final String HOLDS = """
             ended_at is null and seen_at > :idle and opened_at > :oldest and closed_at is null
            """;

    private final JdbcClient database;
    private final Clock clock;

    Sessions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who holds a session, as the account is called today. */
    public record Holder(UUID session, UUID account, Actor.Kind kind, String name) {}

    /** Opens a session. */
    public UUID open(UUID account, Proof proof, @Nullable Second second, String address, @Nullable String userAgent) {
        return database.sql("""
                insert into access.session (account, proof, second, address, device, opened_at, seen_at, proved_at)
                values (:account, :proof, :second, :address, :device, :now, :now, :now)
                returning id""")
                .param("account", account)
                .param("proof", proof.name())
                .param("second", second == null ? null : second.name())
                .param("address", address)
                .param("device", Device.of(userAgent))
                .param("now", moment(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** Who holds this session, while it holds; noted as seen at most once a minute. */
    public Optional<Holder> holder(UUID session) {
        var found = database.sql("""
                select session.id, account.id as account, kind, display_name, seen_at
                from access.session join access.account on account.id = session.account
                where session.id = :session and""" + HOLDS)
                .param("session", session)
                .params(limits())
                .query(Sessions::seenHolder)
                .optional();
        found.filter(one -> one.seen().isBefore(clock.instant().minusSeconds(60)))
                .ifPresent(one -> seen(session));
        return found.map(Seen::holder);
    }

    private record Seen(Holder holder, Instant seen) {}

    private void seen(UUID session) {
        database.sql("update access.session set seen_at = :now where id = :session and seen_at < :now")
                .param("session", session)
                .param("now", moment(clock.instant()))
                .update();
    }

    /** The sessions of an account that hold, the latest first. */
    public List<Session> of(UUID account) {
        return database.sql("""
                select session.* from access.session join access.account on account.id = session.account
                where session.account = :account and""" + HOLDS + "order by opened_at desc, session.id")
                .param("account", account)
                .params(limits())
                .query(Sessions::session)
                .list();
    }

    /** Whether its holder proved to be the owner within the last minutes. */
    public boolean isFresh(UUID session) {
        return database.sql("select proved_at from access.session where id = :session")
                .param("session", session)
                .query(OffsetDateTime.class)
                .optional()
                .filter(proved -> clock.instant().isBefore(proved.toInstant().plus(Session.FRESH)))
                .isPresent();
    }

    /** Its holder has just proved to be the owner once more. */
    public void proved(UUID session) {
        database.sql("update access.session set proved_at = :now where id = :session")
                .param("session", session)
                .param("now", moment(clock.instant()))
                .update();
    }

    /** Ends one session of this account; whether there was one to end. */
    public boolean end(UUID account, UUID session) {
        return database.sql("""
                update access.session set ended_at = greatest(:now, opened_at)
                where id = :session and account = :account and ended_at is null""")
                        .param("session", session)
                        .param("account", account)
                        .param("now", moment(clock.instant()))
                        .update()
                == 1;
    }

    /** Ends all sessions of an account; how many there were. For a closed account, a changed password, an erasure. */
    public int endAll(UUID account) {
        return endOthers(account, new UUID(0, 0));
    }

    /** Ends all sessions of an account but one; how many there were. */
    public int endOthers(UUID account, UUID here) {
        return database.sql("""
                update access.session set ended_at = greatest(:now, opened_at)
                where account = :account and id <> :here and ended_at is null and seen_at > :idle""")
                .param("account", account)
                .param("here", here)
                .param("now", moment(clock.instant()))
                .param("idle", moment(clock.instant().minus(Session.IDLE)))
                .update();
    }

    Map<String, Object> limits() {
        var now = clock.instant();
        return Map.of("idle", moment(now.minus(Session.IDLE)), "oldest", moment(now.minus(Session.LONGEST)));
    }

    private static Seen seenHolder(ResultSet row, int number) throws SQLException {
        return new Seen(
                new Holder(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        Actor.Kind.valueOf(row.getString("kind")),
                        row.getString("display_name")),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    static Session session(ResultSet row, int number) throws SQLException {
        var second = (@Nullable String) row.getString("second");
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Proof.valueOf(row.getString("proof")),
                second == null ? null : Second.valueOf(second),
                row.getString("address"),
                row.getString("device"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("proved_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
