package org.kepu.people.hours;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a shift: by oneself, or planned by the team. Nobody is in two shifts at once; the database sees to it. */
@Service
public class TakingPart {

    private final JdbcClient database;
    private final Shifts shifts;
    private final Trail trail;
    private final Clock clock;

    TakingPart(JdbcClient database, Shifts shifts, Trail trail, Clock clock) {
        this.database = database;
        this.shifts = shifts;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of wanting to take part. */
    public enum Part {
        DONE,
        ALREADY,
        /** Not one of the team. */
        NOT_IN_TEAM,
        /** It has begun, or does not take place. */
        TOO_LATE,
        FULL,
        /** At that time they are in another shift. */
        ELSEWHERE;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.part." + name();
        }
    }

    /** A volunteer takes a place. */
    @Transactional
    public Part take(UUID volunteer, UUID shift) {
        var locked = lock(shift).orElseThrow(NotFound::new);
        return locked.isOpen(clock.instant()) || isIn(volunteer, shift)
                ? join(volunteer, locked)
                : locked.cancelled() == null && !locked.hasBegun(clock.instant()) ? Part.FULL : Part.TOO_LATE;
    }

    /**
     * The team plans somebody, also when it has begun.
     *
     * @throws NotFound if there is no such shift within reach
     */
    @Transactional
    public Part plan(Scope scope, UUID shift, UUID volunteer) {
        scope.demands(Right.RUN_TEAMS);
        if (shifts.find(scope, shift).isEmpty()) {
            throw new NotFound();
        }
        var locked = lock(shift).orElseThrow(NotFound::new);
        if (locked.cancelled() != null) {
            return Part.TOO_LATE;
        }
        var part = locked.taken() >= locked.places() && !isIn(volunteer, shift) ? Part.FULL : join(volunteer, locked);
        if (part == Part.DONE) {
            trail.record(
                    scope.actor(),
                    Act.of("people.act.planned", "shift", shift, locked.title()).in(locked.region()));
        }
        return part;
    }

    /** A volunteer gives the place back; says no when it has begun. */
    @Transactional
    public boolean giveBack(UUID volunteer, UUID duty) {
        return database.sql("""
                        update people.duty set state = 'GIVEN_BACK'
                        where id = :duty and volunteer = :volunteer and state = 'PLANNED' and lower(planned) > :now
                        """)
                        .param("duty", duty)
                        .param("volunteer", volunteer)
                        .param("now", HoursRows.at(clock.instant()))
                        .update()
                == 1;
    }

    private Part join(UUID volunteer, Shift shift) {
        if (!isMember(volunteer, shift.team())) {
            return Part.NOT_IN_TEAM;
        }
        if (isIn(volunteer, shift.id())) {
            return Part.ALREADY;
        }
        if (isElsewhere(volunteer, shift)) {
            return Part.ELSEWHERE;
        }
        int again = database.sql("""
                        update people.duty set state = 'PLANNED', entered_at = :now
                        where shift = :shift and volunteer = :volunteer and state = 'GIVEN_BACK'
                        """)
                .param("now", HoursRows.at(clock.instant()))
                .param("shift", shift.id())
                .param("volunteer", volunteer)
                .update();
        return again == 1 || insert(volunteer, shift) ? Part.DONE : Part.ELSEWHERE;
    }

    private boolean insert(UUID volunteer, Shift shift) {
        return database.sql("""
                        insert into people.duty (id, shift, volunteer, planned, state, imported, entered_at)
                        values (gen_random_uuid(), :shift, :volunteer, tstzrange(:from, :to), 'PLANNED', false, :now)
                        on conflict do nothing
                        """)
                        .param("shift", shift.id())
                        .param("volunteer", volunteer)
                        .param("from", HoursRows.at(shift.starts()))
                        .param("to", HoursRows.at(shift.ends()))
                        .param("now", HoursRows.at(clock.instant()))
                        .update()
                == 1;
    }

    /** The volunteer is locked first: of two who plan the same person at once, the second sees what the first did. */
    private boolean isMember(UUID volunteer, UUID team) {
        database.sql("select person from people.volunteer where person = :volunteer for update")
                .param("volunteer", volunteer)
                .query(row -> {});
        return database.sql("""
                        select exists (select from people.membership where team = :team and volunteer = :volunteer and state = 'IN')
                        """)
                .param("team", team)
                .param("volunteer", volunteer)
                .query(Boolean.class)
                .single();
    }

    private boolean isIn(UUID volunteer, UUID shift) {
        return database.sql("""
                        select exists (select from people.duty where shift = :shift and volunteer = :volunteer and state <> 'GIVEN_BACK')
                        """)
                .param("shift", shift)
                .param("volunteer", volunteer)
                .query(Boolean.class)
                .single();
    }

    private boolean isElsewhere(UUID volunteer, Shift shift) {
        return database.sql("""
                        select exists (select from people.duty where volunteer = :volunteer and planned && tstzrange(:from, :to)
                                       and state in ('PLANNED', 'PRESENT'))
                        """)
                .param("volunteer", volunteer)
                .param("from", HoursRows.at(shift.starts()))
                .param("to", HoursRows.at(shift.ends()))
                .query(Boolean.class)
                .single();
    }

    private Optional<Shift> lock(UUID shift) {
        database.sql("select id from people.shift where id = :shift for update")
                .param("shift", shift)
                .query(row -> {});
        return database.sql(HoursRows.SHIFT + "where s.id = :shift")
                .param("shift", shift)
                .query(HoursRows::shift)
                .optional();
    }
}
