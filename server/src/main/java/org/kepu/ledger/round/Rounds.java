package org.kepu.ledger.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Rounds to read: those of offices within reach, and those in which something within reach is asked. */
@Service
class Rounds {

    private static final String REACHED = """
            (round.region_code in (select region.reach(:scopeRegions, :scopeDay))
             or exists (select from ledger.round_plan join ledger.sheet on sheet.asking_id = round_plan.asking_id
                        where round_plan.round_id = round.id and
            """ + ReadingSheets.REACHED + "))";

    /** On one page of the list. */
    static final int ROWS = 50;

    private final JdbcClient database;

    Rounds(JdbcClient database) {
        this.database = database;
    }

    int count(Scope scope) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select count(*) from ledger.round where " + REACHED)
                .params(scope.parameters())
                .query(Integer.class)
                .single();
    }

    /**
     * The latest first.
     *
     * @param page from 1
     */
    List<Round> latest(Scope scope, int page) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select round.* from ledger.round where " + REACHED
                        + " order by covers_to desc, created_at desc, id limit :rows offset :before")
                .params(scope.parameters())
                .param("rows", ROWS)
                .param("before", (page - 1L) * ROWS)
                .query((row, number) -> round(row))
                .list();
    }

    Optional<Round> find(Scope scope, RoundId id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select round.* from ledger.round where id = :round and " + REACHED)
                .param("round", id.value())
                .params(scope.parameters())
                .query((row, number) -> round(row))
                .optional();
    }

    /** A round whatever its reader may see, for what follows from its terms. */
    Round get(RoundId id) {
        return database.sql("select * from ledger.round where id = :round")
                .param("round", id.value())
                .query((row, number) -> round(row))
                .single();
    }

    Progress progress(Scope scope, RoundId id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(
                        "select count(asking_id) as asked, count(*) as plans from ledger.round_plan where round_id = :round")
                .param("round", id.value())
                .query(Progress.class)
                .single();
    }

    /** Its plans that could not be asked so far, in the order of their divisions. */
    List<PutOff> putOff(Scope scope, RoundId id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                        select title, fault, failures, ask_after from ledger.round_plan
                        where round_id = :round and asking_id is null and fault is not null
                        order by region_code, title
                        """)
                .param("round", id.value())
                .query((row, number) -> new PutOff(
                        row.getString("title"),
                        AskingFault.valueOf(row.getString("fault")),
                        row.getInt("failures"),
                        row.getObject("ask_after", OffsetDateTime.class).toInstant()))
                .list();
    }

    static Round round(ResultSet row) throws SQLException {
        var opened = row.getObject("opened_at", OffsetDateTime.class);
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getString("name"),
                Period.valueOf(row.getString("period")),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("opinion_days"),
                row.getInt("mend_days"),
                numbers(row, "remind_before"),
                numbers(row, "remind_after"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                opened == null ? null : opened.toInstant());
    }

    private static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Integer[]) row.getArray(column).getArray());
    }
}
