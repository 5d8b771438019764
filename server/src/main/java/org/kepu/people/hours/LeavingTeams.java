package org.kepu.people.hours;

import java.time.Clock;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Volunteers leave a team by themselves, or take back what they asked; nobody is kept (志愿服务条例第二条：自愿). */
@Service
public class LeavingTeams {

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    LeavingTeams(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    private record Left(String title, String region) {}

    /**
     * Leaves a team: shifts that have not begun are given back, what was served stays and counts. Says no to whoever is not in it and has not
     * asked for it.
     */
    @Transactional
    public boolean leave(UUID volunteer, UUID team) {
        database.sql("select person from people.volunteer where person = :volunteer for update")
                .param("volunteer", volunteer)
                .query(row -> {});
        var now = HoursRows.at(clock.instant());
        var left = database.sql("""
                        update people.membership m set state = 'LEFT', settled_at = :now, settled_by = null, why = ''
                        from people.team t
                        where m.team = :team and m.volunteer = :volunteer and m.state in ('ASKED', 'IN') and t.id = m.team
                        returning t.title, t.region
                        """)
                .param("now", now)
                .param("team", team)
                .param("volunteer", volunteer)
                .query(Left.class)
                .optional();
        left.ifPresent(of -> {
            database.sql("""
                            update people.duty d set state = 'GIVEN_BACK' from people.shift s
                            where d.volunteer = :volunteer and d.state = 'PLANNED' and lower(d.planned) > :now and s.id = d.shift and s.team = :team
                            """)
                    .param("volunteer", volunteer)
                    .param("now", now)
                    .param("team", team)
                    .update();
            trail.record(
                    ConfirmingHours.VOLUNTEER,
                    Act.of("people.act.left", "team", team, of.title()).in(new RegionCode(of.region())));
        });
        return left.isPresent();
    }
}
