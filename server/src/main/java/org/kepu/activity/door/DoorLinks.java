package org.kepu.activity.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Reach;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for helpers at the door who have no account: for one session and one day, ending by themselves, withdrawn at once. Of
 * 256 bits of chance only a digest is kept, so the link is shown once.
 */
@Service
public class DoorLinks {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** What was written down without a line may still be sent that long after the day. */
    private static final Duration LATE = Duration.ofDays(1);

    /** Who sits late at night is let in late at night. */
    private static final Duration AFTER_THE_END = Duration.ofHours(2);

    private final JdbcClient database;
    private final OwnActivities activities;
    private final Reach reach;
    private final RandomGenerator chance;
    private final Trail trail;
    private final Clock clock;

    DoorLinks(
            JdbcClient database,
            OwnActivities activities,
            Reach reach,
            RandomGenerator chance,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.activities = activities;
        this.reach = reach;
        this.chance = chance;
        this.trail = trail;
        this.clock = clock;
    }

    /** A link that can be used, now or on its day. */
    public record Link(UUID id, Instant opens, Instant ends, Instant made) {}

    /** What became of making a link. */
    public sealed interface Making {

        /** @param token shown once */
        record Made(String token, Instant opens, Instant ends) implements Making {

            @Override
            public String toString() {
                return "Made[" + opens + "]";
            }
        }

        /** The same form was sent before: it is made, and what it is was shown then. */
        record ShownBefore() implements Making {}

        /** The session is over or called off. */
        record TooLate() implements Making {}
    }

    /**
     * Makes a link for the day of the session: for today if it lasts several days and has begun.
     *
     * @param link chosen when the form was shown, so that a second click makes no second link
     * @throws NotFound if the session is not within reach
     */
    @Transactional
    public Making make(Scope scope, SessionId id, UUID link) {
        scope.demands(Right.RUN_ACTIVITIES);
        var region = reach.regionOf(scope, id).orElseThrow(NotFound::new);
        var session = activities.session(scope, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        var ends = ends(session, now);
        if (session.cancelled() || !ends.isAfter(now)) {
            return new Making.TooLate();
        }
        var secret = new byte[32];
        chance.nextBytes(secret);
        var made = new Making.Made(
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret), opens(session, now), ends);
        int inserted = database.sql("""
                        insert into activity.door_link (id, session, digest, opens_at, ends_at, made_at, made_by)
                        values (:id, :session, :digest, :opens, :ends, :now, :by) on conflict on constraint door_link_pk do nothing
                        """)
                .param("id", link)
                .param("session", id.value())
                .param("digest", digest(made.token()))
                .param("opens", Rows.at(made.opens()))
                .param("ends", Rows.at(made.ends()))
                .param("now", Rows.at(now))
                .param("by", scope.actor().account())
                .update();
        if (inserted == 0) {
            return new Making.ShownBefore();
        }
        trail.record(
                scope.actor(),
                Act.of("door.act.link-made", "activity-session", id, "")
                        .in(region)
                        .changed("door.link.until", null, made.ends()));
        return made;
    }

    /** The links that can be used, now or on their day. */
    @Transactional(readOnly = true)
    public List<Link> of(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return !reach.covers(scope, session)
                ? List.of()
                : database.sql("""
                        select * from activity.door_link
                        where session = :session and withdrawn_at is null and ends_at > :now order by made_at, id
                        """)
                        .param("session", session.value())
                        .param("now", Rows.at(clock.instant()))
                        .query((row, number) -> new Link(
                                row.getObject("id", UUID.class),
                                Rows.moment(row, "opens_at"),
                                Rows.moment(row, "ends_at"),
                                Rows.moment(row, "made_at")))
                        .list();
    }

    /**
     * Withdraws a link: it opens nothing any more. Withdrawn twice, it is withdrawn once.
     *
     * @throws NotFound if it is none of a session within reach
     */
    @Transactional
    public void withdraw(Scope scope, SessionId session, UUID link) {
        scope.demands(Right.RUN_ACTIVITIES);
        var region = reach.regionOf(scope, session).orElseThrow(NotFound::new);
        var withdrawn = database.sql("""
                        update activity.door_link
                        set withdrawn_at = coalesce(withdrawn_at, :now), withdrawn_by = coalesce(withdrawn_by, :by)
                        where id = :id and session = :session returning withdrawn_at = :now
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .param("id", link)
                .param("session", session.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (withdrawn) {
            trail.record(
                    scope.actor(),
                    Act.of("door.act.link-withdrawn", "activity-session", session, "")
                            .in(region));
        }
    }

    private record Found(UUID id, UUID session, java.time.OffsetDateTime endsAt) {}

    /** Who comes by this link; nobody if it is none, is withdrawn, has not begun, or ended more than a day ago. */
    Optional<Keeper> keeper(String token) {
        return database.sql("""
                        select id, session, ends_at from activity.door_link
                        where digest = :digest and withdrawn_at is null and opens_at <= :now and ends_at > :late
                        """)
                .param("digest", digest(token))
                .param("now", Rows.at(clock.instant()))
                .param("late", Rows.at(clock.instant().minus(LATE)))
                .query(Found.class)
                .optional()
                .map(found -> new Keeper(
                        new SessionId(found.session()),
                        null,
                        found.id(),
                        found.endsAt().toInstant()));
    }

    private static Instant opens(Session session, Instant now) {
        return day(session, now).atStartOfDay(HERE).toInstant();
    }

    private static Instant ends(Session session, Instant now) {
        var midnight = day(session, now).plusDays(1).atStartOfDay(HERE).toInstant();
        var late = session.ends().plus(AFTER_THE_END);
        var isOneSitting = session.minutes() <= Duration.ofDays(1).toMinutes();
        return isOneSitting && late.isAfter(midnight) ? late : midnight;
    }

    /** The day of a session of one sitting; of a longer one today, or its first. */
    private static LocalDate day(Session session, Instant now) {
        var today = LocalDate.ofInstant(now, HERE);
        var last = LocalDate.ofInstant(session.ends(), HERE);
        var isOneSitting = session.minutes() <= Duration.ofDays(1).toMinutes();
        return isOneSitting || today.isBefore(session.day()) ? session.day() : today.isAfter(last) ? last : today;
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
