package org.kepu.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has agreed to what, in which version of the text. Written once; the last word counts (个人信息保护法第十四至十六条). */
@Service
public class Consents {

    /** That one has an account at all. What rests on it is everything, so it is taken back by deleting the account. */
    public static final String ACCOUNT = "citizen-account";

    private final Purposes purposes;
    private final JdbcClient database;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(Purposes purposes, JdbcClient database, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.purposes = purposes;
        this.database = database;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    public enum Kind {
        GIVEN,
        WITHDRAWN;

        public String messageKey() {
            return "privacy.consent." + name();
        }
    }

    /** How the person's word reached us. */
    public enum How {
        SCREEN,
        DESK,
        ERASURE
    }

    /** One word of the history. */
    public record Event(String purpose, LocalDate version, Kind kind, Instant at) {}

    /** Published in the transaction in which a person takes consent back: what rested on it ends with it. */
    public record Withdrawn(UUID person, String purpose) {}

    /** Whether the person's last word on this purpose was yes. */
    public boolean holds(UUID person, String purpose) {
        return database.sql("""
                select kind = 'GIVEN' from privacy.consent_event
                where person = :person and purpose = :purpose order by id desc limit 1
                """)
                .param("person", person)
                .param("purpose", purpose)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Writes down that a person agrees; again changes nothing while it holds for today's text. */
    @Transactional
    public void give(UUID person, String purpose, How how, Actor by) {
        if (!purposes.find(purpose).map(Purpose::consent).orElse(false)) {
            throw new IllegalArgumentException("nobody is asked to agree to " + purpose);
        }
        alone(person);
        var last = history(person).stream()
                .filter(event -> event.purpose().equals(purpose))
                .findFirst();
        if (last.filter(event -> event.kind() == Kind.GIVEN && event.version().equals(purposes.version()))
                .isEmpty()) {
            write(person, purpose, Kind.GIVEN, how, by);
            trail.record(
                    by,
                    Act.of("privacy.act.consented", "consent", purpose, purpose).about(person));
        }
    }

    /** Takes consent back; what rested on it ends in the same transaction. Without consent nothing happens. */
    @Transactional
    public void withdraw(UUID person, String purpose, How how, Actor by) {
        alone(person);
        if (holds(person, purpose)) {
            write(person, purpose, Kind.WITHDRAWN, how, by);
            trail.record(
                    by,
                    Act.of("privacy.act.withdrew", "consent", purpose, purpose).about(person));
            events.publishEvent(new Withdrawn(person, purpose));
        }
    }

    /** Everything the person has said, the last first. */
    public List<Event> history(UUID person) {
        return database.sql("""
                select purpose, version, kind, at from privacy.consent_event where person = :person order by id desc
                """).param("person", person).query(Consents::event).list();
    }

    /** One at a time for each person, so that a double click writes one line. */
    private void alone(UUID person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('privacy.consent ' || :person, 0))")
                .param("person", person.toString())
                .query(row -> {});
    }

    private void write(UUID person, String purpose, Kind kind, How how, Actor by) {
        database.sql("""
                insert into privacy.consent_event (person, purpose, version, kind, how, actor, at)
                values (:person, :purpose, :version, :kind, :how, :actor, :now)
                """)
                .param("person", person)
                .param("purpose", purpose)
                .param("version", purposes.version())
                .param("kind", kind.name())
                .param("how", how.name())
                .param("actor", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getString("purpose"),
                row.getObject("version", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
