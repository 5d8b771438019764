package org.kepu.privacy.request;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.NotFound;
import org.kepu.privacy.ContactHolders;
import org.kepu.privacy.Divisions;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.shared.WorkingDays;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests of people about their data: taken down, answered within fifteen working days, kept as figures. */
@Service
public class Requests {

    /** Working days in which every request is answered; decision 0071 says whence. */
    public static final int TERM = 15;

    static final String NAME = "privacy.request.name";
    static final String CONTACT = "privacy.request.contact";
    static final String WORDS = "privacy.request.words";
    static final String ANSWER = "privacy.request.answer";

    private final JdbcClient database;
    private final Vault vault;
    private final ContactHolders holders;
    private final OfficeCalendar calendar;
    private final Divisions divisions;
    private final Trail trail;
    private final Clock clock;

    Requests(
            JdbcClient database,
            Vault vault,
            ContactHolders holders,
            OfficeCalendar calendar,
            Divisions divisions,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.holders = holders;
        this.calendar = calendar;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is taken down. */
    public record Asked(
            Request.Kind kind,
            Request.Channel channel,
            @Nullable UUID person,
            String name,
            String contact,
            String words,
            LocalDate received) {

        @Override
        public String toString() {
            return "Asked[" + kind + "]";
        }
    }

    /** A person asks on the own page. It goes to the desk of the topmost division. */
    @Transactional
    public UUID ask(Actor person, Request.Kind kind, String contact, String words) {
        return write(
                new Asked(
                        kind,
                        Request.Channel.ME,
                        person.account(),
                        person.name(),
                        contact,
                        words,
                        LocalDate.now(clock)),
                divisions.topmost().orElse(null),
                person);
    }

    /**
     * Somebody at the desk takes it down for a person who calls, writes or comes in.
     *
     * @throws AccessDeniedException if the desk serves no division: nobody would ever see the request again
     */
    @Transactional
    public UUID takeDown(Scope scope, Asked asked) {
        scope.demands(Right.KEEP_PRIVACY);
        var region = scope.regions().stream()
                .min(comparing(RegionCode::value))
                .orElseThrow(() -> new AccessDeniedException("no division for the request"));
        return write(asked, region, scope.actor());
    }

    private UUID write(Asked asked, @Nullable RegionCode region, Actor by) {
        var contact = asked.contact().strip();
        var id = database.sql("""
                insert into privacy.request
                    (kind, channel, person, region_code, name, contact, contact_print, words, received_on, due, entered_by)
                values (:kind, :channel, :person, :region, :name, :contact, :print, :words, :received, :due, :by)
                returning id
                """)
                .param("kind", asked.kind().name())
                .param("channel", asked.channel().name())
                .param("person", asked.person())
                .param("region", region == null ? null : region.value())
                .param("name", vault.seal(NAME, asked.name().strip()))
                .param("contact", vault.seal(CONTACT, contact))
                .param("print", contact.isEmpty() ? null : vault.fingerprint(CONTACT, holders.plain(contact)))
                .param("words", vault.seal(WORDS, asked.words().strip()))
                .param("received", asked.received())
                .param("due", calendar.days().after(asked.received(), TERM))
                .param("by", by.account())
                .query(UUID.class)
                .single();
        var act = Act.of("privacy.act.requested", "request", id, asked.kind().name())
                .in(region);
        trail.record(by, asked.person() == null ? act : act.about(asked.person()));
        return id;
    }

    /** What came of answering. */
    public enum Answering {
        ANSWERED,
        /** Somebody has answered in the meantime. */
        OVERTAKEN
    }

    /** Answers, or refuses with the reason that the law asks for (第五十条). */
    @Transactional
    public Answering answer(Scope scope, UUID id, Request.State state, String words) {
        scope.demands(Right.KEEP_PRIVACY);
        if (state == Request.State.OPEN) {
            throw new IllegalArgumentException("an answered request is not open");
        }
        var request = find(scope, id);
        boolean first = database.sql("""
                update privacy.request set state = :state, answer = :answer, answered_by = :by, answered_at = :now
                where id = :id and state = 'OPEN'
                """)
                        .param("state", state.name())
                        .param("answer", vault.seal(ANSWER, words.strip()))
                        .param("by", scope.actor().account())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
        if (!first) {
            return Answering.OVERTAKEN;
        }
        var act = Act.of("privacy.act.answered", "request", id, request.kind().name())
                .in(request.region())
                .changed("privacy.state", request.state(), state);
        var person = request.person();
        trail.record(scope.actor(), person == null ? act : act.about(person));
        return Answering.ANSWERED;
    }

    /** Those within reach: the open ones by their day, then the last answered. */
    public List<Request> all(Scope scope) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select * from privacy.request where region_code in (select region.reach(:scopeRegions, :scopeDay))
                order by state <> 'OPEN', case when state = 'OPEN' then due end, answered_at desc, number limit 500
                """).params(scope.parameters()).query(rows()).list();
    }

    public Request find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select * from privacy.request
                where id = :id and region_code in (select region.reach(:scopeRegions, :scopeDay))
                """)
                .param("id", id)
                .params(scope.parameters())
                .query(rows())
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The person's own, the last first. */
    public List<Request> of(UUID person) {
        return database.sql("select * from privacy.request where person = :person order by number desc")
                .param("person", person)
                .query(rows())
                .list();
    }

    private RowMapper<Request> rows() {
        var days = calendar.days();
        return (row, number) -> request(row, days);
    }

    private Request request(ResultSet row, WorkingDays days) throws SQLException {
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        var region = row.getString("region_code");
        var due = row.getObject("due", LocalDate.class);
        return new Request(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Request.Kind.valueOf(row.getString("kind")),
                Request.Channel.valueOf(row.getString("channel")),
                row.getObject("person", UUID.class),
                region == null ? null : new RegionCode(region),
                open(NAME, row.getString("name")),
                open(CONTACT, row.getString("contact")),
                open(WORDS, row.getString("words")),
                row.getObject("received_on", LocalDate.class),
                due,
                !days.knows(due.getYear()),
                Request.State.valueOf(row.getString("state")),
                answered == null
                        ? Optional.empty()
                        : Optional.of(new Request.Answer(
                                open(ANSWER, row.getString("answer")),
                                row.getObject("answered_by", UUID.class),
                                answered.toInstant())));
    }

    /** Nothing is left to open once the person is erased. */
    private String open(String field, @Nullable String sealed) {
        return sealed == null ? "" : vault.open(field, sealed);
    }
}
