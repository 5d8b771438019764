package org.kepu.ledger.round;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.ledger.Task;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Sheets to read: those of divisions, bodies and plans within reach. */
@Service
class ReadingSheets {

    /** Which sheets a scope reaches; with the parameters of the scope. */
    static final String REACHED = """
            (sheet.region_code in (select region.reach(:scopeRegions, :scopeDay))
             or sheet.body_id = any (:scopeBodies) or sheet.plan_id = any (:scopePlans))
            """;

    private final JdbcClient database;
    private final Bodies bodies;

    ReadingSheets(JdbcClient database, Bodies bodies) {
        this.database = database;
        this.bodies = bodies;
    }

    /** A sheet of a round, if it is within reach. */
    Optional<Sheet> find(Scope scope, RoundId round, SheetId id) {
        scope.demands(Right.READ_LEDGER);
        return reached(scope, round, id).map(this::whole);
    }

    /** A sheet that the scope lets one answer. */
    Optional<Sheet> answerable(Scope scope, RoundId round, SheetId id) {
        scope.demands(Right.DO_TASKS);
        return reached(scope, round, id).map(this::whole);
    }

    /** A sheet that the scope lets one judge: its division's office, or one above it. */
    Optional<Sheet> judgeable(Scope scope, RoundId round, SheetId id) {
        scope.demands(Right.RUN_LEDGER);
        return reached(scope, round, id).map(this::whole);
    }

    private Optional<Sheet> reached(Scope scope, RoundId round, SheetId id) {
        return database.sql("""
                        select sheet.* from ledger.sheet join ledger.round_plan on round_plan.asking_id = sheet.asking_id
                        where sheet.id = :sheet and round_plan.round_id = :round and
                        """ + REACHED)
                .param("sheet", id.value())
                .param("round", round.value())
                .params(scope.parameters())
                .query((row, number) -> sheet(row))
                .optional();
    }

    /** The round that the sheet was first asked in; its terms hold. */
    RoundId roundOf(SheetId id) {
        return new RoundId(
                database.sql("""
                        select round_id from ledger.asking join ledger.sheet on sheet.asking_id = asking.id where sheet.id = :sheet
                        """).param("sheet", id.value()).query(UUID.class).single());
    }

    /** The sheet as it stands now, locked until the transaction ends. */
    Sheet locked(SheetId id) {
        return whole(database.sql("select * from ledger.sheet where id = :sheet for update")
                .param("sheet", id.value())
                .query((row, number) -> sheet(row))
                .single());
    }

    private Sheet whole(Sheet bare) {
        var opinions = opinions(bare.id()).stream().collect(groupingBy(Given::line));
        var lines = database
                .sql("select * from ledger.line where sheet_id = :sheet order by position, id")
                .param("sheet", bare.id().value())
                .query((row, number) -> line(row))
                .list()
                .stream()
                .map(line -> line.with(opinions.getOrDefault(line.id(), List.of()).stream()
                        .map(Given::opinion)
                        .toList()))
                .toList();
        return new Sheet(
                bare.id(),
                bare.plan(),
                bare.region(),
                bare.body(),
                bare.written(),
                bare.state(),
                bare.dueOn(),
                bare.firstDueOn(),
                bare.opinionDue(),
                bare.version(),
                bare.firstSubmittedAt(),
                bare.submittedAt(),
                lines);
    }

    private record Given(LineId line, Line.Opinion opinion) {}

    private record Row(UUID line, UUID body, boolean agrees, String text) {}

    private List<Given> opinions(SheetId id) {
        var rows = database.sql("""
                        select line_id as line, opinion.body_id as body, agrees, opinion.text
                        from ledger.opinion join ledger.line on line.id = line_id
                        where sheet_id = :sheet order by at
                        """).param("sheet", id.value()).query(Row.class).list();
        var names = bodies.all(rows.stream().map(row -> new BodyId(row.body())).toList());
        return rows.stream()
                .map(row -> new Given(
                        new LineId(row.line()),
                        new Line.Opinion(name(names.get(new BodyId(row.body()))), row.agrees(), row.text())))
                .toList();
    }

    private static String name(org.kepu.body.@Nullable Body body) {
        return body == null ? "" : body.name();
    }

    static Sheet sheet(ResultSet row) throws SQLException {
        return new Sheet(
                new SheetId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                new BodyId(row.getObject("body_id", UUID.class)),
                row.getString("written"),
                SheetState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("first_due_on", LocalDate.class),
                row.getObject("opinion_due", LocalDate.class),
                row.getInt("version"),
                instant(row, "first_submitted_at"),
                instant(row, "submitted_at"),
                List.of());
    }

    private static Line line(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Line(
                new LineId(row.getObject("id", UUID.class)),
                new MeasureId(row.getObject("measure_id", UUID.class)),
                Task.Role.valueOf(row.getString("role")),
                row.getString("title"),
                row.getString("earlier"),
                answer == null ? null : Answer.valueOf(answer),
                row.getString("text"),
                row.getString("reason"),
                row.getObject("facts", Integer.class),
                row.getObject("attendances", Integer.class),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
