package org.kepu.activity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is on, day by day. What lasts several days is on each of them. */
@Service
@PublicKnowledge("what is published is for everybody to come to")
public class DaysOfActivities {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final Activities activities;

    DaysOfActivities(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /** A session on a day. */
    public record Entry(ActivityId activity, String title, Instant starts) {

        /** Whether it begins on the day, and did not before. */
        public boolean begins(LocalDate day) {
            return LocalDate.ofInstant(starts, HERE).equals(day);
        }
    }

    /**
     * A day on which something is on.
     *
     * @param first those that begin on it, then those that go on, as many as were asked for
     * @param total how many there are
     */
    public record Day(List<Entry> first, int total) {
        public Day {
            first = List.copyOf(first);
        }
    }

    private record Row(LocalDate day, UUID activity, String title, Instant starts, int total) {}

    /**
     * The days between the two on which there is something, by the clock of Asia/Shanghai.
     *
     * @param asked from the beginning of the first day until the end of the last one
     * @param most how many of each day are told
     */
    public Map<LocalDate, Day> between(LocalDate first, LocalDate last, WhatsOn asked, int most) {
        return database
                .sql("""
                        with fitting as (
                            select session.id, activity, title, starts_at, ends_at
                            from activity.session join activity.activity on activity.id = session.activity
                            where cancelled_at is null and ends_at > :from
                              and starts_at < coalesce(:until::timestamptz, 'infinity') and
                        """ + Activities.FITS + """
                        ), placed as (
                            select day::date as day, activity, title, starts_at as starts,
                                   count(*) over (partition by day) as total,
                                   row_number() over (partition by day
                                       order by starts_at < day at time zone 'Asia/Shanghai', starts_at, id) as place
                            from generate_series(:first::date::timestamp, :last::date::timestamp, interval '1 day') as day
                                 join fitting on starts_at < (day + interval '1 day') at time zone 'Asia/Shanghai'
                                             and ends_at > day at time zone 'Asia/Shanghai'
                        )
                        select day, activity, title, starts, total from placed where place <= :most order by day, place
                        """)
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .params(activities.parameters(asked))
                .query((row, number) -> new Row(
                        row.getObject("day", LocalDate.class),
                        row.getObject("activity", UUID.class),
                        row.getString("title"),
                        Rows.moment(row, "starts"),
                        row.getInt("total")))
                .list()
                .stream()
                .collect(groupingBy(Row::day))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, day -> day(day.getValue())));
    }

    private static Day day(List<Row> rows) {
        return new Day(
                rows.stream()
                        .map(row -> new Entry(new ActivityId(row.activity()), row.title(), row.starts()))
                        .toList(),
                rows.getFirst().total());
    }
}
