package org.kepu.people.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.Persons;
import org.kepu.privacy.Purposes;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The three ways in (志愿服务条例第七条): by oneself, through a team, or by a clerk for somebody who has agreed. How they agreed
 * is kept.
 */
@Service
public class JoiningTeams {

    private final JdbcClient database;
    private final Persons persons;
    private final VolunteerCodes codes;
    private final Members members;
    private final Purposes purposes;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JoiningTeams(
            JdbcClient database,
            Persons persons,
            VolunteerCodes codes,
            Members members,
            Purposes purposes,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.codes = codes;
        this.members = members;
        this.purposes = purposes;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody asks a team to take them in. Nobody knows whether the number is theirs: what opens the own page goes there. */
    public Joined ask(UUID team, JoinForm form) {
        return codes.admits(form.identity().phone())
                ? Optional.ofNullable(transaction.execute(status -> asked(team, form)))
                        .orElseThrow()
                : new Joined.TooOften();
    }

    private Joined asked(UUID team, JoinForm form) {
        return locked(team)
                .filter(Team::isOpen)
                .filter(one -> one.minors() || !form.isMinor())
                .<Joined>map(one -> new Joined.Done(ask(one, form)))
                .orElseGet(Joined.NotOpen::new);
    }

    /**
     * A team or a clerk enters somebody who has agreed; they are in at once.
     *
     * @throws NotFound if there is no such team within reach
     */
    @Transactional
    public Joined enter(Scope scope, UUID team, JoinForm form) {
        scope.demands(Right.RUN_TEAMS);
        var one = database.sql("select t.* from people.team t where t.id = :id and " + InReach.TEAM + " for share")
                .param("id", team)
                .params(scope.parameters())
                .query(TeamRows::read)
                .optional()
                .orElseThrow(NotFound::new);
        if (one.closed() != null || form.isMinor() && !one.minors()) {
            return new Joined.NotOpen();
        }
        var person = persons.keep(form.identity());
        if (person.isEmpty()) {
            return new Joined.OtherName();
        }
        volunteer(person.get(), form, scope, null);
        if (!join(one, person.get(), scope)) {
            return new Joined.Already();
        }
        if (form.isStaff()) {
            members.noteStaff(
                    scope.actor(),
                    person.get(),
                    true,
                    Act.of("people.act.staff", "team", team, one.title())
                            .in(one.region())
                            .because(form.agreedHow()));
        }
        trail.record(
                scope.actor(),
                Act.of("people.act.volunteer", "team", team, one.title())
                        .in(one.region())
                        .changed("people.way", null, form.way())
                        .because(form.agreedHow()));
        return new Joined.Done(null);
    }

    /** The code of a new volunteer whom no message reaches, if nobody had this number before. */
    private @Nullable String ask(Team team, JoinForm form) {
        var known = persons.ofPhone(form.identity().phone()).length > 0;
        var person = persons.keepTold(form.identity());
        var fresh = codes.fresh();
        var isNew = volunteer(person, form, null, fresh.print());
        join(team, person, null);
        return isNew && !codes.send(person, fresh) && !known ? fresh.code() : null;
    }

    private Optional<Team> locked(UUID team) {
        return database.sql("select * from people.team where id = :id for share")
                .param("id", team)
                .query(TeamRows::read)
                .optional();
    }

    /**
     * Says no if they are in already, or have asked.
     *
     * @param by of whoever enters somebody else; null: they do so themselves
     */
    private boolean join(Team team, UUID person, @Nullable Scope by) {
        int asked = database.sql("""
                        insert into people.membership as known (id, team, volunteer, state, asked_at, settled_at, settled_by)
                        values (gen_random_uuid(), :team, :person, case when :in then 'IN' else 'ASKED' end, :now,
                                case when :in then :now::timestamptz end, :by::uuid)
                        on conflict on constraint membership_once do update
                        set state = excluded.state, asked_at = excluded.asked_at, settled_at = excluded.settled_at,
                            settled_by = excluded.settled_by, why = ''
                        where known.state in ('DECLINED', 'LEFT') or known.state = 'ASKED' and excluded.state = 'IN'
                        """)
                .param("team", team.id())
                .param("person", person)
                .param("in", by != null)
                .param("now", now())
                .param("by", by == null ? null : by.actor().account())
                .update();
        return asked == 1;
    }

    /** Whether they are new; whoever volunteers already stays as they are, but for a team's word that they are in paid service. */
    private boolean volunteer(UUID person, JoinForm form, @Nullable Scope by, @Nullable String print) {
        int entered = database.sql("""
                        insert into people.volunteer (person, code_print, background, staff, way, agreed_at, agreed_to, agreed_how,
                                                      agreed_before)
                        values (:person, :print, :background, :staff, :way, :now, :version, :how, :before::uuid)
                        on conflict on constraint volunteer_pk do nothing
                        """)
                .param("person", person)
                .param("print", print)
                .param("background", form.background())
                .param("staff", form.isStaff())
                .param("way", by == null ? "SELF" : form.way())
                .param("now", now())
                .param("version", purposes.version())
                .param("how", form.agreedHow())
                .param("before", by == null ? null : by.actor().account())
                .update();
        return entered == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
