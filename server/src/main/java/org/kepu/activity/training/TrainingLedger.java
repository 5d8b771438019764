package org.kepu.activity.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The classes of a year within reach (培训台账), and what they came to by category: attendances (人次) and different persons
 * (名) apart.
 */
@Service
public class TrainingLedger {

    /** Each class {@code c} with the day on which it counts: that of its last session. */
    private static final String CLASSES = """
            with class as (
                select c.activity, c.mode, a.title, a.region, ran.first_day, ran.last_day, ran.minutes, told.attendances
                from activity.training_class c join activity.activity a on a.id = c.activity
                     cross join lateral (
                         select min((starts_at at time zone 'Asia/Shanghai')::date) as first_day,
                                max((starts_at at time zone 'Asia/Shanghai')::date) as last_day,
                                coalesce(sum(extract(epoch from ends_at - starts_at) / 60), 0)::int as minutes
                         from activity.session where session.activity = a.id and cancelled_at is null) ran
                     left join lateral (
                         select attendances from activity.class_closing closing
                         where closing.activity = c.activity order by version desc limit 1) told on true
                where extract(year from ran.last_day) = :year and
            """ + Rows.IN_REACH + ")\n";

    private final JdbcClient database;

    TrainingLedger(JdbcClient database) {
        this.database = database;
    }

    /**
     * A class.
     *
     * @param minutes of all its sessions
     * @param trainees how many are on the list
     * @param attendances how many counted when it was closed; null if it is not
     */
    public record Line(
            ActivityId activity,
            String title,
            String region,
            String mode,
            LocalDate first,
            LocalDate last,
            int minutes,
            int trainees,
            @Nullable Integer attendances) {}

    /**
     * What the closed classes of a year came to for one category.
     *
     * @param attendances 人次: each class counts each person once
     * @param persons 名: each person once, however many classes they attended
     * @param rural how many of the attendances are of rural schools
     */
    public record Total(String category, int classes, int attendances, int persons, int rural) {}

    /** The classes of a year, the last first. */
    @Transactional(readOnly = true)
    public List<Line> lines(Scope scope, Year year) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql(CLASSES + """
                        select class.*, (select count(*) from activity.trainee where trainee.activity = class.activity) as trainees
                        from class order by last_day desc, title, activity
                        """)
                .param("year", year.getValue())
                .params(scope.parameters())
                .query(TrainingLedger::line)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Total> totals(Scope scope, Year year) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql(CLASSES + """
                        select category, count(distinct class.activity)::int as classes, count(*)::int as attendances,
                               count(distinct coalesce(phone_print, trainee.id::text))::int as persons,
                               (count(*) filter (where rural))::int as rural
                        from class join activity.trainee on trainee.activity = class.activity
                        where class.attendances is not null and exists (
                            select from activity.attendance join activity.session on session.id = attendance.session
                            where attendance.trainee = trainee.id and cancelled_at is null)
                        group by category order by attendances desc, category
                        """)
                .param("year", year.getValue())
                .params(scope.parameters())
                .query(Total.class)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new ActivityId(row.getObject("activity", UUID.class)),
                row.getString("title"),
                row.getString("region"),
                row.getString("mode"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("minutes"),
                row.getInt("trainees"),
                row.getObject("attendances", Integer.class));
    }
}
