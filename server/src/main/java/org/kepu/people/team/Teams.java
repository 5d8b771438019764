package org.kepu.people.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.people.InReach;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams as everybody may read of them, and those that a reader answers for. */
@Service
@PublicKnowledge("a team says publicly what it does and whom it looks for (志愿服务条例第十二条)")
public class Teams {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final Clock clock;

    Teams(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A team that there is. */
    @Transactional(readOnly = true)
    public Optional<Team> find(UUID id) {
        return database.sql("select * from people.team where id = :id and closed_on is null")
                .param("id", id)
                .query(TeamRows::read)
                .optional();
    }

    /** Teams that look for volunteers in a division and below, higher ones first. */
    @Transactional(readOnly = true)
    public List<Team> recruiting(RegionCode region) {
        return database.sql("""
                        select * from people.team where recruiting and closed_on is null and region in (select region.reach(:regions, :day))
                        order by array_position(array['CORPS', 'BRANCH', 'SQUAD'], level), region, title limit :most
                        """)
                .param("regions", new String[] {region.value()})
                .param("day", LocalDate.now(clock))
                .param("most", MOST)
                .query(TeamRows::read)
                .list();
    }

    /** A team that the reader answers for; a closed one too. */
    @Transactional(readOnly = true)
    public Optional<Team> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql("select t.* from people.team t where t.id = :id and " + InReach.TEAM)
                .param("id", id)
                .params(scope.parameters())
                .query(TeamRows::read)
                .optional();
    }

    /**
     * A team in the list of the desk.
     *
     * @param members who is in it
     * @param asking who waits for an answer
     * @param minutes that counted this year
     */
    public record Line(Team team, int members, int asking, long minutes) {}

    /** The teams that the reader answers for, by level and division. */
    @Transactional(readOnly = true)
    public List<Line> lines(Scope scope) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql("""
                        select t.*,
                               (select count(*) from people.membership m where m.team = t.id and m.state = 'IN') as members,
                               (select count(*) from people.membership m where m.team = t.id and m.state = 'ASKED') as asking,
                               (select coalesce(sum(e.minutes), 0) from people.hours_entry e
                                       join people.duty d on d.id = e.duty join people.shift s on s.id = d.shift
                                where s.team = t.id and extract(year from e.day) = :year) as minutes
                        from people.team t where
                        """ + InReach.TEAM + """
                         order by t.closed_on is not null, array_position(array['CORPS', 'BRANCH', 'SQUAD'], t.level), t.region, t.title
                        limit :most
                        """)
                .param("year", LocalDate.now(clock).getYear())
                .param("most", MOST)
                .params(scope.parameters())
                .query((row, number) -> new Line(
                        TeamRows.read(row, number),
                        row.getInt("members"),
                        row.getInt("asking"),
                        row.getLong("minutes")))
                .list();
    }
}
