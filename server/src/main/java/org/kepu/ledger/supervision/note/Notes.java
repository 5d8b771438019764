package org.kepu.ledger.supervision.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.supervision.Happened;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.ledger.supervision.light.Light;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Supervision notes to read: those of offices and bodies within reach. */
@Service
public class Notes {

    static final int MOST = 300;

    private static final String NOTE = """
            select note.*, later.id as superseded_by
            from ledger.supervision_note note left join ledger.supervision_note later on later.supersedes = note.id
            where
            """;

    /** Which notes a scope reaches; with the parameters of the scope. */
    private static final String REACHED = """
            (note.region_code in (select region.reach(:scopeRegions, :scopeDay)) or note.body_id = any (:scopeBodies))
            """;

    private final SupervisionHistory history;
    private final SupervisionFiles files;
    private final JdbcClient database;

    Notes(SupervisionHistory history, SupervisionFiles files, JdbcClient database) {
        this.history = history;
        this.files = files;
        this.database = database;
    }

    /** Those that are asked for, the latest first; of very many, only those. */
    List<SupervisionNote> all(Scope scope, NotesAsked asked) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(NOTE + REACHED + """
                         and (:year::int is null or note.year = :year) and (:state::text is null or note.state = :state)
                        order by note.year desc, note.region_code, note.number desc limit :most
                        """)
                .param("year", asked.year())
                .param("state", asked.state() == null ? null : asked.state().name())
                .param("most", MOST)
                .params(scope.parameters())
                .query((row, number) -> note(row))
                .list();
    }

    /** Those about one measure, the latest first. */
    public List<SupervisionNote> about(Scope scope, MeasureId measure) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(NOTE + REACHED
                        + " and note.measure_id = :measure order by note.issued_on desc, note.number desc limit "
                        + MOST)
                .param("measure", measure.value())
                .params(scope.parameters())
                .query((row, number) -> note(row))
                .list();
    }

    Optional<SupervisionNote> find(Scope scope, NoteId id) {
        scope.demands(Right.READ_LEDGER);
        return reached(scope, id);
    }

    /** A note that the scope lets one answer: its body does, nobody for it. */
    Optional<SupervisionNote> answerable(Scope scope, NoteId id) {
        scope.demands(Right.DO_TASKS);
        return reached(scope, id).filter(note -> scope.bodies().contains(note.body()));
    }

    /** A note that the scope lets one judge: its division's office, or one above it. */
    Optional<SupervisionNote> judgeable(Scope scope, NoteId id) {
        scope.demands(Right.RUN_LEDGER);
        return reached(scope, id);
    }

    private Optional<SupervisionNote> reached(Scope scope, NoteId id) {
        return database.sql(NOTE + REACHED + " and note.id = :note")
                .param("note", id.value())
                .params(scope.parameters())
                .query((row, number) -> note(row))
                .optional();
    }

    /** What was answered to a note that was found within reach, the first first. */
    List<Answer> answers(Scope scope, SupervisionNote note) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(
                        "select number, said, at, file from ledger.note_answer where note_id = :note order by number")
                .param("note", note.id().value())
                .query((row, i) -> new Answer(
                        row.getInt("number"),
                        row.getString("said"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        files.find(row.getObject("file", UUID.class))))
                .list();
    }

    /** What happened to a note that was found within reach, the first first. */
    List<Happened> history(Scope scope, SupervisionNote note) {
        scope.demands(Right.READ_LEDGER);
        return history.of(note.id().value());
    }

    static SupervisionNote note(ResultSet row) throws SQLException {
        var escalated = row.getString("escalated_to");
        return new SupervisionNote(
                new NoteId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("issuer"),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("plan_title"),
                new MeasureId(row.getObject("measure_id", UUID.class)),
                row.getString("measure"),
                row.getString("clause"),
                new TaskId(row.getObject("task_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                row.getString("written"),
                Light.valueOf(row.getString("light")),
                row.getString("figures"),
                row.getString("asks"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_due", LocalDate.class),
                id(row, "supersedes"),
                id(row, "superseded_by"),
                NoteState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                escalated == null ? null : new RegionCode(escalated),
                row.getInt("version"));
    }

    private static @Nullable NoteId id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new NoteId(id);
    }
}
