package org.kepu.activity.closing;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.indicator.SumsOfRows;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was done for each campaign in a year: activities that were held, how often, and how many came, out of the facts that
 * closing out has told. A session counts in the year in which it began.
 */
@Service
@PublicKnowledge("what was done for everybody, in numbers without names")
public class CampaignFigures {

    /** Sessions that count, with the rows under which their facts are told. */
    private static final String COUNTED = """
            select %s, count(distinct a.id) as activities, count(distinct session.id) as sessions,
                   array_agg(session.id || '/' || told.audience) as facts
            from activity.told_fact told
                 join activity.session on session.id = told.session
                 join activity.activity a on a.id = session.activity
            where told.counts and starts_at >= :begin and starts_at < :end and
            """;

    private final JdbcClient database;
    private final SumsOfRows facts;
    private final Clock clock;

    CampaignFigures(JdbcClient database, SumsOfRows facts, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param attendances 人次 */
    public record Sum(int activities, int sessions, long attendances) {

        public static final Sum NONE = new Sum(0, 0, 0);
    }

    /** An activity of a campaign, as it counts in a year. */
    public record Line(ActivityId activity, String title, RegionCode region, int sessions, long attendances) {}

    private record Counted(String name, int activities, int sessions, List<String> facts) {}

    private record CountedLine(UUID id, String title, String region, Counted counted) {}

    /** By campaign; one for which nothing was done is not there. */
    public Map<String, Sum> of(Year year) {
        var counted = database.sql(COUNTED.formatted("campaign as name") + "campaign is not null group by campaign")
                .params(begin(year))
                .query(CampaignFigures::counted)
                .list();
        var came = came(counted);
        return counted.stream()
                .collect(toMap(
                        Counted::name,
                        one -> new Sum(one.activities(), one.sessions(), came.getOrDefault(one.name(), 0L))));
    }

    /** What a campaign's figures of a year are made of, the most visited first. */
    public List<Line> of(String campaign, Year year) {
        var lines = database.sql(COUNTED.formatted("a.id::text as name, a.id, a.title, a.region") + """
                        campaign = :campaign group by a.id
                        """)
                .params(begin(year))
                .param("campaign", campaign)
                .query((row, number) -> new CountedLine(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("region"),
                        counted(row, number)))
                .list();
        var came = came(lines.stream().map(CountedLine::counted).toList());
        return lines.stream()
                .map(one -> new Line(
                        new ActivityId(one.id()),
                        one.title(),
                        new RegionCode(one.region()),
                        one.counted().sessions(),
                        came.getOrDefault(one.counted().name(), 0L)))
                .sorted(Comparator.comparingLong(Line::attendances).reversed().thenComparing(Line::title))
                .toList();
    }

    private Map<String, Long> came(List<Counted> counted) {
        return facts.attendances(FactsOfSession.SOURCE, counted.stream().collect(toMap(Counted::name, Counted::facts)));
    }

    private Map<String, Object> begin(Year year) {
        return Map.of("begin", begin(year, clock.getZone()), "end", begin(year.plusYears(1), clock.getZone()));
    }

    private static Object begin(Year year, ZoneId zone) {
        return Rows.at(year.atDay(1).atStartOfDay(zone).toInstant());
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(
                row.getString("name"), row.getInt("activities"), row.getInt("sessions"), Arrays.asList((String[])
                        row.getArray("facts").getArray()));
    }
}
