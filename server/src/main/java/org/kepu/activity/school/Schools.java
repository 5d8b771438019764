package org.kepu.activity.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.Semester;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of schools. */
@Service
@Transactional(readOnly = true)
public class Schools {

    /** A list shows no more at once. */
    static final int SHOWN = 500;

    /** Of a division within reach, or kept by a body of one's own. */
    private static final String IN_REACH = """
            (school.region in (select region.reach(:scopeRegions, :scopeDay)) or school.keeper = any(:scopeBodies))
            """;

    private final JdbcClient database;

    Schools(JdbcClient database) {
        this.database = database;
    }

    /** One that is within reach of this right. */
    Optional<School> find(Scope scope, Right right, String code) {
        scope.demands(right);
        return reached(scope, code, "");
    }

    /** The same for whoever changes it: nobody else does until the transaction ends. */
    Optional<School> toChange(Scope scope, String code) {
        scope.demands(Right.RUN_ACTIVITIES);
        return reached(scope, code, " for update");
    }

    private Optional<School> reached(Scope scope, String code, String lock) {
        return database.sql("select * from activity.school where code = :code and " + IN_REACH + lock)
                .param("code", code)
                .params(scope.parameters())
                .query(Schools::school)
                .optional();
    }

    /** Those in a division and below it that stand on a day, by name: where a lecture may have been held. */
    public List<School> standing(RegionCode region, LocalDate day) {
        return database.sql("""
                        select * from activity.school
                        where region in (select region.reach(array[:region]::text[], :day))
                          and opened <= :day and (closed is null or closed > :day)
                        order by name, code limit :most
                        """)
                .param("region", region.value())
                .param("day", day)
                .param("most", SHOWN)
                .query(Schools::school)
                .list();
    }

    /** The one of this code, for the facts of a session that was held there. */
    public Optional<School> known(@Nullable String code) {
        return database.sql("select * from activity.school where code = :code")
                .param("code", code)
                .query(Schools::school)
                .optional();
    }

    /** Those within reach that stood in the semester, by name. */
    List<School> all(Scope scope, Semester semester) {
        scope.demands(Right.READ_FIGURES);
        return database.sql("""
                        select * from activity.school
                        where opened <= :to and (closed is null or closed > :from) and
                        """ + IN_REACH + " order by region, name, code limit :most")
                .param("from", semester.from())
                .param("to", semester.to())
                .param("most", SHOWN)
                .params(scope.parameters())
                .query(Schools::school)
                .list();
    }

    private static School school(ResultSet row, int number) throws SQLException {
        return new School(
                row.getString("code"),
                row.getString("name"),
                new RegionCode(row.getString("region")),
                new BodyId(row.getObject("keeper", UUID.class)),
                Stage.valueOf(row.getString("stage")),
                row.getBoolean("rural"),
                row.getObject("opened", LocalDate.class),
                row.getObject("closed", LocalDate.class),
                row.getInt("version"));
    }
}
