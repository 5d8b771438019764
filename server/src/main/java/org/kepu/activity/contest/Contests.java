package org.kepu.activity.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is told of contests, and what the reviews of their ethics decided. */
@Service
@Transactional(readOnly = true)
public class Contests {

    /** A year has no more in the calendar. */
    private static final int SHOWN = 500;

    private final JdbcClient database;

    Contests(JdbcClient database) {
        this.database = database;
    }

    /** A published contest in the calendar. */
    public record Entry(Contest contest, String title, RegionCode region) {}

    /** Those that everybody finds, of which one may enter within these days; by the day on which entering begins. */
    public List<Entry> calendar(LocalDate from, LocalDate to) {
        return database.sql("""
                        select contest.*, a.title, a.region
                        from activity.contest join activity.activity a on a.id = contest.activity
                        where a.state = 'PUBLISHED' and entry_from <= :to and entry_to >= :from
                        order by entry_from, entry_to, a.title, a.id limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", SHOWN)
                .query((row, number) ->
                        new Entry(contest(row), row.getString("title"), new RegionCode(row.getString("region"))))
                .list();
    }

    /** What is told of a published activity, if it is a contest. */
    public Optional<Contest> published(ActivityId activity) {
        return database.sql("""
                        select contest.* from activity.contest join activity.activity a on a.id = contest.activity
                        where a.id = :id and a.state <> 'DRAFT'
                        """)
                .param("id", activity.value())
                .query((row, number) -> contest(row))
                .optional();
    }

    Optional<Contest> find(Scope scope, ActivityId activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select contest.* from activity.contest join activity.activity a on a.id = contest.activity
                        where a.id = :id and
                        """ + Rows.IN_REACH)
                .param("id", activity.value())
                .params(scope.parameters())
                .query((row, number) -> contest(row))
                .optional();
    }

    /** The reviews, the last one first. */
    List<EthicsReview> reviews(Scope scope, ActivityId activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select review.* from activity.ethics_review review join activity.activity a on a.id = review.activity
                        where a.id = :id and
                        """ + Rows.IN_REACH + " order by round desc")
                .param("id", activity.value())
                .params(scope.parameters())
                .query((row, number) -> new EthicsReview(
                        row.getInt("round"),
                        row.getBoolean("passed"),
                        row.getString("reviewers"),
                        row.getString("reason"),
                        row.getObject("reviewed_on", LocalDate.class)))
                .list();
    }

    private static Contest contest(ResultSet row) throws SQLException {
        return new Contest(
                new ActivityId(row.getObject("activity", UUID.class)),
                row.getString("series"),
                ContestLevel.valueOf(row.getString("level")),
                row.getString("white_list"),
                row.getObject("entry_from", LocalDate.class),
                row.getObject("entry_to", LocalDate.class),
                row.getInt("version"));
    }
}
