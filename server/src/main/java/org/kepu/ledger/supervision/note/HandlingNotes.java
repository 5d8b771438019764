package org.kepu.ledger.supervision.note;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.file.Keeping;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.round.Today;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.page.NotFound;
import org.kepu.page.Typed;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** What happens to a note after it was issued: each act by one conditional update, whose count is the answer. */
@Service
class HandlingNotes {

    /** Working days for an answer that was sent back, or asked for anew. */
    static final int MEND_DAYS = 5;

    private final Notes notes;
    private final SupervisionHistory history;
    private final SupervisionFiles files;
    private final Regions regions;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandlingNotes(
            Notes notes,
            SupervisionHistory history,
            SupervisionFiles files,
            Regions regions,
            OfficeCalendar calendar,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.notes = notes;
        this.history = history;
        this.files = files;
        this.regions = regions;
        this.calendar = calendar;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The body has it. Pressed twice, it was received once. */
    @Transactional
    public Handled receive(Scope scope, NoteId id) {
        scope.demands(Right.DO_TASKS);
        var note = notes.answerable(scope, id).orElseThrow(NotFound::new);
        return move(scope, note, NoteAct.RECEIVE, note.version(), "", note.dueOn(), note.escalatedTo());
    }

    /** The body answers, with one document at most. */
    Handled answer(Scope scope, NoteId id, int version, String words, @Nullable MultipartFile file) {
        scope.demands(Right.DO_TASKS);
        var note = notes.answerable(scope, id).orElseThrow(NotFound::new);
        var said = Typed.clean(words);
        if (said.length() < 2 || said.length() > Answer.LONGEST) {
            return new Handled.WithoutWords();
        }
        if (!NoteAct.ANSWER.leadsFrom(note.state()) || note.version() != version) {
            return new Handled.Overtaken();
        }
        return switch (files.keep(scope.actor(), file).orElse(null)) {
            case null -> answered(scope, note, version, said, null);
            case Keeping.Kept kept ->
                answered(scope, note, version, said, kept.file().id().value());
            case Keeping.Refused refused -> new Handled.NotKept(refused);
        };
    }

    /** After the upload, which no transaction waits for. */
    private Handled answered(Scope scope, SupervisionNote note, int version, String said, @Nullable UUID file) {
        return requireNonNull(transaction.execute(begun -> {
            var moved = move(scope, note, NoteAct.ANSWER, version, said, note.dueOn(), note.escalatedTo());
            if (moved instanceof Handled.Done) {
                database.sql("""
                                insert into ledger.note_answer (note_id, number, said, file, at, account)
                                select :note, 1 + count(*), :said, :file::uuid, :at, :account from ledger.note_answer where note_id = :note
                                """)
                        .param("note", note.id().value())
                        .param("said", said)
                        .param("file", file)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", scope.actor().account())
                        .update();
            }
            return moved;
        }));
    }

    /**
     * Sends an answer back, accepts it or closes the note.
     *
     * @param version that of the note as it was read: nobody accepts an answer that they have not seen
     */
    @Transactional
    public Handled judge(Scope scope, NoteId id, NoteAct act, int version, String words) {
        scope.demands(Right.RUN_LEDGER);
        var note = notes.judgeable(scope, id).orElseThrow(NotFound::new);
        if (act.words == NoteAct.Words.REASON && Reason.fault(words).isPresent()) {
            return new Handled.WithoutWords();
        }
        return switch (act) {
            case SEND_BACK -> move(scope, note, act, version, words.strip(), mendBy(), note.escalatedTo());
            case ACCEPT, CLOSE -> move(scope, note, act, version, "", note.dueOn(), note.escalatedTo());
            case RECEIVE, ANSWER, ESCALATE, INSTRUCT, SUPERSEDE -> throw new NotFound();
        };
    }

    /**
     * Hands a note up.
     *
     * @param above to the office of the division above; otherwise to the own leader
     */
    @Transactional
    public Handled escalate(Scope scope, NoteId id, int version, String words, boolean above) {
        scope.demands(Right.RUN_LEDGER);
        var note = notes.judgeable(scope, id).orElseThrow(NotFound::new);
        if (Reason.fault(words).isPresent()) {
            return new Handled.WithoutWords();
        }
        var to = above ? above(note.region()) : Optional.of(note.region());
        return to.isEmpty()
                ? new Handled.NobodyAbove()
                : move(scope, note, NoteAct.ESCALATE, version, words.strip(), note.dueOn(), to.get());
    }

    /** What those decided to whom it was escalated. Of what went to the division above, its office says so. */
    @Transactional
    public Handled instruct(Scope scope, NoteId id, int version, String words) {
        scope.demands(Right.RUN_LEDGER);
        var note = notes.judgeable(scope, id).orElseThrow(NotFound::new);
        if (!instructs(scope, note)) {
            return new Handled.Overtaken();
        }
        if (Reason.fault(words).isPresent()) {
            return new Handled.WithoutWords();
        }
        return move(scope, note, NoteAct.INSTRUCT, version, words.strip(), mendBy(), note.escalatedTo());
    }

    /** Whether the scope reaches those to whom a note was escalated. */
    boolean instructs(Scope scope, SupervisionNote note) {
        var to = note.escalatedTo();
        return note.state() == NoteState.ESCALATED && to != null && regions.reaches(scope, to);
    }

    /** Another note about the same task takes its place. */
    boolean supersede(Scope scope, NoteId id, TaskId task, int version) {
        scope.demands(Right.RUN_LEDGER);
        var note = notes.judgeable(scope, id)
                .filter(found -> found.task().equals(task))
                .orElseThrow(NotFound::new);
        return move(scope, note, NoteAct.SUPERSEDE, version, "", note.dueOn(), note.escalatedTo())
                instanceof Handled.Done;
    }

    /** Who stands above a division, if anybody does. */
    Optional<RegionCode> above(RegionCode region) {
        var path = regions.pathTo(region);
        return path.size() < 2
                ? Optional.empty()
                : Optional.of(path.get(path.size() - 2)).map(Region::code);
    }

    private LocalDate mendBy() {
        return calendar.days().after(Today.by(clock), MEND_DAYS);
    }

    private Handled move(
            Scope scope,
            SupervisionNote note,
            NoteAct act,
            int version,
            String words,
            LocalDate due,
            @Nullable RegionCode escalatedTo) {
        boolean moved = database.sql("""
                        update ledger.supervision_note
                        set state = :to, due_on = :due, escalated_to = :escalated::text, version = version + 1
                        where id = :note and state = any (:from) and version = :version
                        """)
                        .param("note", note.id().value())
                        .param("to", act.to.name())
                        .param("from", act.from.stream().map(Enum::name).toArray(String[]::new))
                        .param("due", due)
                        .param("escalated", escalatedTo == null ? null : escalatedTo.value())
                        .param("version", version)
                        .update()
                == 1;
        if (!moved) {
            return new Handled.Overtaken();
        }
        history.record(
                scope.actor(),
                note.thing(),
                SupervisionHistory.act(act.messageKey(), note.thing())
                        .changed("supervision.note.state", note.state(), act.to)
                        .changed("supervision.note.due", note.dueOn(), due)
                        .because(act.words == NoteAct.Words.REASON ? words : ""),
                words);
        return new Handled.Done(act);
    }
}
