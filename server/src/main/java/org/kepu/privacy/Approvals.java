package org.kepu.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.privacy.FullValues.FullValue;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approvals to read a minor's data: one person asks, another decides, and it lasts at most a day, for that reader, that
 * value and that purpose (未成年人网络保护条例第三十六条).
 */
@Service
public class Approvals {

    /** The longest that an approval lasts. */
    public static final int LONGEST_HOURS = 24;

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    Approvals(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** A request to read, and what became of it. */
    public record Approval(
            UUID id,
            UUID reader,
            String field,
            UUID record,
            @Nullable UUID subject,
            String purpose,
            String reason,
            @Nullable RegionCode region,
            Instant asked,
            int hours,
            Optional<Decision> decision) {

        /** Whether it lets the reader read at this moment. */
        public boolean holds(Instant now) {
            return decision.map(Decision::until).filter(now::isBefore).isPresent();
        }
    }

    /** Whether, by whom, why, and until when. */
    public record Decision(
            UUID by,
            Instant at,
            boolean granted,
            String reason,
            @Nullable Instant until) {}

    /** What came of deciding. */
    public enum Deciding {
        DECIDED,
        /** Whoever asks does not approve. */
        OWN,
        /** Somebody has decided in the meantime. */
        OVERTAKEN
    }

    /** Asks to read; says no if the same question is open already. */
    @Transactional
    public boolean ask(
            Scope scope, String field, UUID record, FullValue value, Purpose purpose, Reason reason, int hours) {
        scope.demands(Right.READ_PERSONAL);
        var region = value.region();
        boolean asked = database.sql("""
                insert into privacy.approval (reader, field, record, subject, purpose, reason, region_code, asked_at, hours)
                values (:reader, :field, :record, :subject, :purpose, :reason, :region, :now, :hours)
                on conflict (reader, field, record) where decided_at is null do nothing
                """)
                        .param("reader", scope.actor().account())
                        .param("field", field)
                        .param("record", record)
                        .param("subject", value.subject())
                        .param("purpose", purpose.id())
                        .param("reason", reason.words())
                        .param("region", region == null ? null : region.value())
                        .param("now", now())
                        .param("hours", hours)
                        .update()
                == 1;
        if (asked) {
            trail.record(
                    scope.actor(),
                    about(
                            Act.of("privacy.act.asked", field, record, purpose.name())
                                    .in(region)
                                    .because(reason.words()),
                            value.subject()));
        }
        return asked;
    }

    /** Approves or refuses. The hours count from the decision on. */
    @Transactional
    public Deciding decide(Scope scope, UUID id, boolean granted, Reason reason) {
        scope.demands(Right.KEEP_PRIVACY);
        var approval = find(scope, id).orElseThrow(NotFound::new);
        if (approval.reader().equals(scope.actor().account())
                || approval.reader().equals(scope.actor().represented())) {
            return Deciding.OWN;
        }
        var until = granted ? clock.instant().plus(Duration.ofHours(approval.hours())) : null;
        boolean first = database.sql("""
                update privacy.approval
                set decided_by = :by, decided_at = :now, granted = :granted, decision = :reason, lasts_until = :until
                where id = :id and decided_at is null
                """)
                        .param("by", scope.actor().account())
                        .param("now", now())
                        .param("granted", granted)
                        .param("reason", reason.words())
                        .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
        if (!first) {
            return Deciding.OVERTAKEN;
        }
        trail.record(
                scope.actor(),
                about(
                        Act.of(
                                        granted ? "privacy.act.granted" : "privacy.act.denied",
                                        approval.field(),
                                        approval.record(),
                                        approval.purpose())
                                .in(approval.region())
                                .because(reason.words()),
                        approval.subject()));
        return Deciding.DECIDED;
    }

    /** Whether the reader may read this value for this purpose at this moment. */
    boolean holds(Scope scope, String field, UUID record, String purpose) {
        return database.sql("""
                select exists (select from privacy.approval
                               where reader = :reader and field = :field and record = :record and purpose = :purpose
                                 and granted and lasts_until > :now)
                """)
                .param("reader", scope.actor().account())
                .param("field", field)
                .param("record", record)
                .param("purpose", purpose)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Those within reach, the open ones first, then the last decided. */
    public List<Approval> all(Scope scope) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select * from privacy.approval where region_code in (select region.reach(:scopeRegions, :scopeDay))
                order by decided_at desc nulls first, asked_at desc limit 200
                """)
                .params(scope.parameters())
                .query(Approvals::approval)
                .list();
    }

    private Optional<Approval> find(Scope scope, UUID id) {
        return database.sql("""
                select * from privacy.approval
                where id = :id and region_code in (select region.reach(:scopeRegions, :scopeDay))
                """)
                .param("id", id)
                .params(scope.parameters())
                .query(Approvals::approval)
                .optional();
    }

    /** The reader's own questions about one value, the last first. */
    public List<Approval> own(Scope scope, String field, UUID record) {
        scope.demands(Right.READ_PERSONAL);
        return database.sql("""
                select * from privacy.approval where reader = :reader and field = :field and record = :record
                order by asked_at desc
                """)
                .param("reader", scope.actor().account())
                .param("field", field)
                .param("record", record)
                .query(Approvals::approval)
                .list();
    }

    private static Act about(Act act, @Nullable UUID subject) {
        return subject == null ? act : act.about(subject);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        var region = row.getString("region_code");
        var decidedBy = row.getObject("decided_by", UUID.class);
        return new Approval(
                row.getObject("id", UUID.class),
                row.getObject("reader", UUID.class),
                row.getString("field"),
                row.getObject("record", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("purpose"),
                row.getString("reason"),
                region == null ? null : new RegionCode(region),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("hours"),
                decidedBy == null ? Optional.empty() : Optional.of(decision(row, decidedBy)));
    }

    private static Decision decision(ResultSet row, UUID by) throws SQLException {
        var until = row.getObject("lasts_until", OffsetDateTime.class);
        return new Decision(
                by,
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("granted"),
                row.getString("decision"),
                until == null ? null : until.toInstant());
    }
}
