package org.kepu.people.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.PersonContacts;
import org.kepu.people.ServiceLetters;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a team: taken in, declined, gone; trained and insured. */
@Service
public class Members {

    private static final String MEMBER = "select m.*, v.background, v.staff, v.way, v.agreed_how, t.title, t.region, "
            + PersonContacts.COLUMNS + """
            ,
                   (select coalesce(sum(e.minutes), 0) from people.hours_entry e where e.volunteer = v.person) as minutes
            from people.membership m join people.team t on t.id = m.team
                 join people.volunteer v on v.person = m.volunteer join people.person p on p.id = v.person
            where\s""" + InReach.TEAM;

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final ServiceLetters letters;
    private final Trail trail;
    private final Clock clock;

    Members(JdbcClient database, PersonContacts contacts, ServiceLetters letters, Trail trail, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a team decides on somebody. */
    public enum Step {
        TAKE_IN("ASKED", "IN"),
        DECLINE("ASKED", "DECLINED"),
        PART("IN", "LEFT");

        private final String from;
        private final String to;

        Step(String from, String to) {
            this.from = from;
            this.to = to;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.step." + name();
        }

        boolean needsReason() {
            return this != TAKE_IN;
        }

        static Optional<Step> read(String written) {
            return java.util.Arrays.stream(values())
                    .filter(step -> step.name().equals(written))
                    .findFirst();
        }
    }

    /** Those of a team, who asks first. */
    @Transactional(readOnly = true)
    public List<Member> of(Scope scope, UUID team) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(MEMBER + """
                         and m.team = :team
                        order by array_position(array['ASKED', 'IN', 'LEFT', 'DECLINED'], m.state), m.asked_at
                        """)
                .param("team", team)
                .params(scope.parameters())
                .query(this::member)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(MEMBER + " and m.id = :id")
                .param("id", id)
                .params(scope.parameters())
                .query(this::member)
                .optional();
    }

    /**
     * Takes this step; says no if somebody else has decided meanwhile.
     *
     * @param why told the person, unless they are taken in
     * @throws NotFound if there is no such member of a team within reach
     */
    @Transactional
    public boolean decide(Scope scope, UUID id, Step step, @Nullable Reason why) {
        scope.demands(Right.RUN_TEAMS);
        var member = find(scope, id).orElseThrow(NotFound::new);
        int changed = database.sql("""
                        update people.membership set state = :to, settled_at = :now, settled_by = :by, why = :why
                        where id = :id and state = :from
                        """)
                .param("to", step.to)
                .param("from", step.from)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .param("why", why == null ? "" : why.words())
                .param("id", id)
                .update();
        if (changed == 0) {
            return false;
        }
        var act = Act.of("people.act." + step.name(), "team", member.team(), member.title())
                .in(member.region());
        trail.record(scope.actor(), why == null ? act : act.because(why.words()));
        letters.send(member.person().id(), "people.letter." + step.name(), member.title());
        return true;
    }

    /**
     * Tells whether somebody is in paid service; what is counted from then on counts so. Says no if it is told so already, or
     * if they are not in the team.
     *
     * @throws NotFound if there is no such member of a team within reach
     */
    @Transactional
    public boolean tellStaff(Scope scope, UUID id, boolean staff, Reason why) {
        scope.demands(Right.RUN_TEAMS);
        var member = find(scope, id).orElseThrow(NotFound::new);
        if (member.state() != Member.State.IN) {
            return false;
        }
        return noteStaff(
                scope.actor(),
                member.person().id(),
                staff,
                Act.of("people.act.staff", "team", member.team(), member.title())
                        .in(member.region())
                        .because(why.words()));
    }

    /** The same of a person, within the transaction of what it is said with. */
    boolean noteStaff(Actor by, UUID person, boolean staff, Act told) {
        int changed = database.sql(
                        "update people.volunteer set staff = :staff where person = :person and staff <> :staff")
                .param("staff", staff)
                .param("person", person)
                .update();
        if (changed == 1) {
            trail.record(by, told.changed("people.staff", !staff, staff));
        }
        return changed == 1;
    }

    /** Notes what somebody has learnt and until when they are insured (志愿服务条例第十六、十七条). */
    @Transactional
    public void note(Scope scope, UUID id, @Nullable LocalDate trained, @Nullable LocalDate insured) {
        scope.demands(Right.RUN_TEAMS);
        var member = find(scope, id).orElseThrow(NotFound::new);
        database.sql(
                        "update people.membership set trained_on = :trained::date, insured_until = :insured::date where id = :id")
                .param("trained", trained)
                .param("insured", insured)
                .param("id", id)
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.noted", "team", member.team(), member.title())
                        .in(member.region())
                        .changed("people.trained", member.trained(), trained)
                        .changed("people.insured", member.insured(), insured));
    }

    private Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("team", UUID.class),
                row.getString("title"),
                new RegionCode(row.getString("region")),
                contacts.person(row),
                Member.State.valueOf(row.getString("state")),
                row.getString("background"),
                row.getBoolean("staff"),
                row.getString("way"),
                row.getString("agreed_how"),
                row.getString("why"),
                row.getObject("trained_on", LocalDate.class),
                row.getObject("insured_until", LocalDate.class),
                row.getLong("minutes"));
    }
}
