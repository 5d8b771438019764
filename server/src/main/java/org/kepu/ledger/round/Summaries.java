package org.kepu.ledger.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How a round stands, for whoever may know: a clerk of a body sees the body's own sheets, an office its division and what lies below. */
@Service
class Summaries {

    private static final String SHEETS = """
            from ledger.round_plan join ledger.sheet on sheet.asking_id = round_plan.asking_id
            where round_plan.round_id = :round and
            """ + ReadingSheets.REACHED;

    private static final String ROWS = """
            select sheet.id, sheet.region_code, sheet.written, round_plan.title, sheet.state, sheet.due_on, sheet.first_due_on,
                   sheet.first_submitted_at
            """ + SHEETS;

    private static final String COUNTS = """
            count(*) as sheets, count(*) filter (where sheet.state = 'ACCEPTED') as accepted,
            count(*) filter (where sheet.state = 'SUBMITTED') as submitted,
            count(*) filter (where sheet.state in ('ASKED', 'SENT_BACK')) as waiting,
            count(*) filter (where sheet.state in ('ASKED', 'SENT_BACK') and sheet.due_on < :today) as late
            """;

    private final JdbcClient database;
    private final Regions regions;
    private final Clock clock;

    Summaries(JdbcClient database, Regions regions, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param division none: where the round was opened
     * @throws NotFound if there is nothing of the round within reach there
     */
    Summary of(Scope scope, Round round, @Nullable RegionCode division, @Nullable Only only) {
        scope.demands(Right.READ_LEDGER);
        var code = division == null ? round.region() : division;
        var region = regions.find(code).orElseThrow(NotFound::new);
        var whole = tally(scope, round, code);
        if (whole.sheets() == 0 && !regions.reaches(scope, code)) {
            throw new NotFound();
        }
        return new Summary(
                region,
                whole,
                own(scope, round, code).stream()
                        .filter(row -> only == null || only.shows(row))
                        .toList(),
                below(scope, round, code),
                undecided(scope, round, code));
    }

    /** All sheets within reach, by division and name: for the table that is taken away. */
    List<SheetRow> all(Scope scope, Round round) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(ROWS + " order by sheet.region_code, sheet.written, sheet.id")
                .param("round", round.id().value())
                .params(scope.parameters())
                .query((row, number) -> row(row))
                .list();
    }

    private Tally tally(Scope scope, Round round, RegionCode code) {
        return database.sql("select " + COUNTS + SHEETS
                        + " and sheet.region_code in (select region.reach(array[:division]::text[], :today))")
                .param("round", round.id().value())
                .param("division", code.value())
                .param("today", Today.by(clock))
                .params(scope.parameters())
                .query(Tally.class)
                .single();
    }

    private List<SheetRow> own(Scope scope, Round round, RegionCode code) {
        return database.sql(ROWS + " and sheet.region_code = :division order by sheet.written, sheet.id")
                .param("round", round.id().value())
                .param("division", code.value())
                .params(scope.parameters())
                .query((row, number) -> row(row))
                .list();
    }

    private record Counted(String division, int sheets, int accepted, int submitted, int waiting, int late) {}

    private List<Summary.Below> below(Scope scope, Round round, RegionCode code) {
        var children = regions.childrenOf(code);
        var counted = database.sql(
                        "select child as division, " + COUNTS + """
                        from unnest(:children) as below (child)
                             cross join lateral region.reach(array[child]::text[], :today) as reached (code)
                             join ledger.sheet on sheet.region_code = reached.code
                             join ledger.round_plan on round_plan.asking_id = sheet.asking_id and round_plan.round_id = :round
                        where
                        """ + ReadingSheets.REACHED + " group by child")
                .param(
                        "children",
                        children.stream().map(child -> child.code().value()).toArray(String[]::new))
                .param("round", round.id().value())
                .param("today", Today.by(clock))
                .params(scope.parameters())
                .query(Counted.class)
                .list();
        return children.stream()
                .flatMap(child -> counted.stream()
                        .filter(one -> one.division().equals(child.code().value()))
                        .map(one -> new Summary.Below(
                                child,
                                new Tally(one.sheets(), one.accepted(), one.submitted(), one.waiting(), one.late()))))
                .toList();
    }

    private int undecided(Scope scope, Round round, RegionCode code) {
        return database.sql("""
                        select count(*) from ledger.round_plan join ledger.task on task.plan_id = round_plan.plan_id
                        where round_plan.round_id = :round and round_plan.region_code = :division and task.year = :year
                          and task.body_id is null and task.region_code in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("round", round.id().value())
                .param("division", code.value())
                .param("year", round.year())
                .params(scope.parameters())
                .query(Integer.class)
                .single();
    }

    private SheetRow row(ResultSet row) throws SQLException {
        var first = row.getObject("first_submitted_at", OffsetDateTime.class);
        return new SheetRow(
                new SheetId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getString("written"),
                row.getString("title"),
                SheetState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("first_due_on", LocalDate.class),
                first == null ? null : first.toInstant(),
                Today.by(clock));
    }
}
