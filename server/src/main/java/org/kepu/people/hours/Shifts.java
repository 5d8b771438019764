package org.kepu.people.hours;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.people.InReach;
import org.kepu.people.PersonContacts;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts as everybody may read of them, and those of the teams that a reader answers for with who takes part. */
@Service
@PublicKnowledge("what a team looks for helpers for is said publicly (志愿服务条例第十二条)")
public class Shifts {

    private static final int MOST = 300;
    private static final Duration BACK = Duration.ofDays(90);

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final Clock clock;

    Shifts(JdbcClient database, PersonContacts contacts, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What is to come in a division and below, the next first. */
    @Transactional(readOnly = true)
    public List<Shift> toCome(RegionCode region) {
        return database.sql(HoursRows.SHIFT + """
                        where s.starts_at > :now and s.cancelled_why is null and t.closed_on is null and t.recruiting
                          and s.region in (select region.reach(:regions, :day))
                        order by s.starts_at, s.id limit :most
                        """)
                .param("now", HoursRows.at(clock.instant()))
                .param("regions", new String[] {region.value()})
                .param("day", LocalDate.now(clock))
                .param("most", MOST)
                .query(HoursRows::shift)
                .list();
    }

    /** What is to come of one team, the next first. */
    @Transactional(readOnly = true)
    public List<Shift> toComeOf(UUID team) {
        return database.sql(HoursRows.SHIFT + """
                        where s.team = :team and s.starts_at > :now and s.cancelled_why is null
                        order by s.starts_at, s.id limit :most
                        """)
                .param("team", team)
                .param("now", HoursRows.at(clock.instant()))
                .param("most", MOST)
                .query(HoursRows::shift)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Shift> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(HoursRows.SHIFT + "where s.id = :id and " + InReach.TEAM)
                .param("id", id)
                .params(scope.parameters())
                .query(HoursRows::shift)
                .optional();
    }

    /** The shifts of a team of the last three months and to come, the latest first. */
    @Transactional(readOnly = true)
    public List<Shift> of(Scope scope, UUID team) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(HoursRows.SHIFT + "where s.team = :team and s.starts_at > :since and " + InReach.TEAM
                        + " order by s.starts_at desc, s.id limit :most")
                .param("team", team)
                .param("since", HoursRows.at(clock.instant().minus(BACK)))
                .param("most", MOST)
                .params(scope.parameters())
                .query(HoursRows::shift)
                .list();
    }

    /** Who takes part in a shift, in the order in which they came to it. */
    @Transactional(readOnly = true)
    public List<Duty> duties(Scope scope, UUID shift) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(HoursRows.DUTY + "where d.shift = :shift and " + InReach.TEAM
                        + " order by d.state = 'GIVEN_BACK', p.entered_at, d.id")
                .param("shift", shift)
                .params(scope.parameters())
                .query((row, number) -> HoursRows.duty(row, contacts))
                .list();
    }
}
