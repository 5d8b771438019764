package org.kepu.people.hours;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.ServiceRules;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two confirmations: the team says who was there and when, and the volunteer says so too, by the own page or by a signature
 * that another hand writes down. Then it counts; from then on it can only be countered.
 */
@Service
public class ConfirmingHours {

    /** Who confirms with the own code. */
    static final Actor VOLUNTEER = Actor.program("volunteer");

    private final JdbcClient database;
    private final Counting counting;
    private final Flags flags;
    private final ServiceRules rules;
    private final Trail trail;
    private final Clock clock;

    ConfirmingHours(JdbcClient database, Counting counting, Flags flags, ServiceRules rules, Trail trail, Clock clock) {
        this.database = database;
        this.counting = counting;
        this.flags = flags;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of confirming. */
    public enum Confirmed {
        /** The other one is asked now. */
        DONE,
        /** Both have; it counts. */
        COUNTED,
        /** Both have, and nothing of it counts by the rule. */
        NOTHING_COUNTS,
        /** There is nothing to confirm, or it is confirmed already. */
        NOT_NOW,
        /** Whoever confirmed for the team cannot write down the volunteer's signature too. */
        SAME_HAND;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.confirmed." + name();
        }
    }

    /** What became of telling presence. */
    public enum Told {
        DONE,
        /** It has not begun, or is called off. */
        NOT_BEGUN,
        /** It ends before it begins, or lies to come. */
        WRONG_TIMES,
        /** At that time they serve, or are to serve, elsewhere. */
        ELSEWHERE,
        /** It is confirmed; only a counter-entry changes it. */
        CONFIRMED;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.told." + name();
        }
    }

    /**
     * Tells when somebody came and left.
     *
     * @param came null: they did not come
     * @param gone null: not told yet
     */
    @Transactional
    public Told present(Scope scope, UUID duty, @Nullable Instant came, @Nullable Instant gone) {
        var locked = within(scope, duty);
        var now = clock.instant();
        var shift = locked.shift();
        if (!shift.hasBegun(now) || shift.cancelled() != null || locked.duty().state() == Duty.State.GIVEN_BACK) {
            return Told.NOT_BEGUN;
        }
        if (locked.duty().teamAt() != null) {
            return Told.CONFIRMED;
        }
        if (came == null
                ? gone != null
                : came.isAfter(now) || gone != null && (!gone.isAfter(came) || gone.isAfter(now))) {
            return Told.WRONG_TIMES;
        }
        if (came != null && isElsewhere(duty)) {
            return Told.ELSEWHERE;
        }
        database.sql("""
                        update people.duty set state = case when :came::timestamptz is null then 'ABSENT' else 'PRESENT' end,
                                               came = :came, gone = :gone, closed_by_rule = false, unclosed = unclosed or :late
                        where id = :duty
                        """)
                .param("came", HoursRows.at(came))
                .param("gone", HoursRows.at(gone))
                .param("late", isLate(locked, now))
                .param("duty", duty)
                .update();
        record(scope, locked, came == null ? "people.act.absent" : "people.act.present", null);
        return Told.DONE;
    }

    /**
     * Leaving is told when the shift should have been closed, or nothing was told until a day later, as lists on paper may be.
     * Of what is written down afterwards nothing else can be said.
     */
    private boolean isLate(Counting.Locked locked, Instant now) {
        var duty = locked.duty();
        var shift = locked.shift();
        var within = Duration.ofMinutes(rules.of(shift.region()).closeAfter());
        return !duty.afterwards()
                && duty.gone() == null
                && now.isAfter(shift.ends().plus(duty.came() == null ? within.plusDays(1) : within));
    }

    /** Who was written down as absent may have been planned elsewhere since. */
    private boolean isElsewhere(UUID duty) {
        return database.sql("""
                        select exists (select from people.duty d join people.duty other on other.volunteer = d.volunteer and other.id <> d.id
                                       where d.id = :duty and other.planned && d.planned and other.state in ('PLANNED', 'PRESENT'))
                        """).param("duty", duty).query(Boolean.class).single();
    }

    /** The team confirms. */
    @Transactional
    public Confirmed byTeam(Scope scope, UUID duty) {
        var locked = within(scope, duty);
        if (!locked.duty().awaitsTeam()) {
            return Confirmed.NOT_NOW;
        }
        database.sql("update people.duty set team_at = :now, team_by = :by, flags = :flags where id = :duty")
                .param("now", HoursRows.at(clock.instant()))
                .param("by", scope.actor().account())
                .param(
                        "flags",
                        flags.of(locked.duty(), locked.shift()).stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("duty", duty)
                .update();
        record(scope, locked, "people.act.confirmed", null);
        return Confirmed.DONE;
    }

    /** Somebody else than who confirmed for the team writes down that the volunteer has signed. */
    @Transactional
    public Confirmed onPaper(Scope scope, UUID duty, Reason paper) {
        var locked = within(scope, duty);
        if (!locked.duty().awaitsOwn()) {
            return Confirmed.NOT_NOW;
        }
        if (scope.actor().account().equals(locked.duty().teamBy())) {
            return Confirmed.SAME_HAND;
        }
        record(scope, locked, "people.act.signed", paper);
        return own(scope.actor(), locked, scope.actor().account(), paper.words());
    }

    /** The volunteer confirms on the own page. */
    @Transactional
    public Confirmed byOneself(UUID volunteer, UUID duty) {
        var own = database.sql("select exists (select from people.duty where id = :duty and volunteer = :volunteer)")
                .param("duty", duty)
                .param("volunteer", volunteer)
                .query(Boolean.class)
                .single();
        if (!own) {
            throw new NotFound();
        }
        var locked = counting.lock(duty);
        return locked.duty().awaitsOwn() ? own(VOLUNTEER, locked, null, "") : Confirmed.NOT_NOW;
    }

    /**
     * Takes back what the team has confirmed, also where nothing counts yet: times can be told otherwise, and both are asked
     * again. What counted is countered. Says how many minutes; nothing if the team has not confirmed.
     */
    @Transactional
    public OptionalInt counter(Scope scope, UUID duty, Reason why) {
        var locked = within(scope, duty);
        if (locked.duty().teamAt() == null) {
            return OptionalInt.empty();
        }
        int minutes = counting.counter(scope.actor(), locked, why.words());
        record(scope, locked, "people.act.countered", why);
        return OptionalInt.of(minutes);
    }

    private Confirmed own(Actor by, Counting.Locked locked, @Nullable UUID hand, String paper) {
        database.sql("update people.duty set own_at = :now, own_by = :hand::uuid, own_paper = :paper where id = :duty")
                .param("now", HoursRows.at(clock.instant()))
                .param("hand", hand)
                .param("paper", paper)
                .param("duty", locked.duty().id())
                .update();
        return counting.count(by, locked) > 0 ? Confirmed.COUNTED : Confirmed.NOTHING_COUNTS;
    }

    private Counting.Locked within(Scope scope, UUID duty) {
        scope.demands(Right.RUN_TEAMS);
        var reached = database.sql("""
                        select d.id from people.duty d join people.shift s on s.id = d.shift join people.team t on t.id = s.team
                        where d.id = :duty and\s""" + InReach.TEAM)
                .param("duty", duty)
                .params(scope.parameters())
                .query(UUID.class)
                .optional();
        if (reached.isEmpty()) {
            throw new NotFound();
        }
        return counting.lock(duty);
    }

    private void record(Scope scope, Counting.Locked locked, String key, @Nullable Reason why) {
        var act = Act.of(key, "shift", locked.shift().id(), locked.shift().title())
                .in(locked.shift().region());
        trail.record(scope.actor(), why == null ? act : act.because(why.words()));
    }
}
