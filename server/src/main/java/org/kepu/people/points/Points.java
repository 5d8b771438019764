package org.kepu.people.points;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kepu.people.ServiceRules;
import org.kepu.people.hours.HoursCounted;
import org.kepu.people.hours.HoursCountered;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of points: only for those who wish it, where the division gives any; nobody sees another's. */
@Service
public class Points {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final JdbcClient database;
    private final ServiceRules rules;
    private final Clock clock;

    Points(JdbcClient database, ServiceRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An entry.
     *
     * @param points below nought where an earlier one is reversed
     * @param rule the version of the rule by which they were given
     */
    public record Entry(int points, int rule, String why, Instant at) {}

    private record Row(int points, int rule, String why, OffsetDateTime toldAt) {}

    /** From now on hours bring points, or do not; what was given stays. */
    @Transactional
    public void wish(UUID volunteer, boolean wished) {
        database.sql("""
                        update people.volunteer set points_since = case when :wished then coalesce(points_since, :now) end
                        where person = :volunteer
                        """)
                .param("wished", wished)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("volunteer", volunteer)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isWished(UUID volunteer) {
        return database.sql("select points_since is not null from people.volunteer where person = :volunteer")
                .param("volunteer", volunteer)
                .query(Boolean.class)
                .single();
    }

    /** Whether any team of the volunteer is where points are given. */
    @Transactional(readOnly = true)
    public boolean isGiven(UUID volunteer) {
        return database.sql("""
                        select distinct t.region from people.membership m join people.team t on t.id = m.team
                        where m.volunteer = :volunteer and m.state = 'IN'
                        """).param("volunteer", volunteer).query(String.class).list().stream()
                .anyMatch(region ->
                        rules.of(new org.kepu.shared.RegionCode(region)).points());
    }

    /** The volunteer's own, the last first; they add up to the balance. */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID volunteer) {
        return database
                .sql(
                        "select points, rule, why, told_at from people.point_entry where volunteer = :volunteer order by id desc")
                .param("volunteer", volunteer)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Entry(
                        row.points(), row.rule(), row.why(), row.toldAt().toInstant()))
                .toList();
    }

    /** Full hours bring points, in the transaction in which they begin to count. */
    @EventListener
    public void give(HoursCounted counted) {
        var rule = rules.of(counted.region());
        int points = counted.minutes() / MINUTES_OF_AN_HOUR * rule.pointHours();
        if (!rule.points() || points == 0 || !isWished(counted.volunteer())) {
            return;
        }
        database.sql("""
                        insert into people.point_entry (volunteer, points, entry, rule, why, told_at, told_by)
                        values (:volunteer, :points, :entry, :rule, '', :now, :by)
                        """)
                .param("volunteer", counted.volunteer())
                .param("points", points)
                .param("entry", counted.entry())
                .param("rule", rule.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", counted.by().account())
                .update();
    }

    /** Hours that are countered take their points with them. */
    @EventListener
    public void reverse(HoursCountered countered) {
        database.sql("""
                        insert into people.point_entry (volunteer, points, entry, reverses, reversed, rule, why, told_at, told_by)
                        select volunteer, -points, entry, id, points, rule, :why, :now, :by
                        from people.point_entry given where entry = :entry and reverses is null
                        """)
                .param("why", countered.why())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", countered.by().account())
                .param("entry", countered.entry())
                .update();
    }
}
