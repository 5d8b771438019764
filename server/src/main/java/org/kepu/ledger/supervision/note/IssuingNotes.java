package org.kepu.ledger.supervision.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.round.Today;
import org.kepu.ledger.supervision.Concerned;
import org.kepu.ledger.supervision.ConcernedTasks;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.ledger.supervision.light.Board;
import org.kepu.ledger.supervision.light.Lights;
import org.kepu.ledger.supervision.light.Lit;
import org.kepu.page.NotFound;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An office issues a supervision note: with the clause, with the light as it burns, with the next number of its year. */
@Service
public class IssuingNotes {

    private static final int LONGEST_CLAUSE = 4000;

    private final ConcernedTasks tasks;
    private final Lights lights;
    private final Plans plans;
    private final Regions regions;
    private final HandlingNotes handling;
    private final SupervisionHistory history;
    private final OfficeCalendar calendar;
    private final MessageSource words;
    private final JdbcClient database;
    private final Clock clock;

    IssuingNotes(
            ConcernedTasks tasks,
            Lights lights,
            Plans plans,
            Regions regions,
            HandlingNotes handling,
            SupervisionHistory history,
            OfficeCalendar calendar,
            MessageSource words,
            JdbcClient database,
            Clock clock) {
        this.tasks = tasks;
        this.lights = lights;
        this.plans = plans;
        this.regions = regions;
        this.handling = handling;
        this.history = history;
        this.calendar = calendar;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    /** What a note about a task would say of itself, before anybody has typed a word. */
    public record Draft(Concerned task, String plan, PlanStructure.Measure measure, Lit lit, Region office) {}

    /**
     * @param reads and figures: by which the same person sees the light
     * @throws NotFound if there is no such task within reach
     */
    @Transactional(readOnly = true)
    public Draft draft(Scope scope, Scope reads, Scope figures, TaskId id) {
        scope.demands(Right.RUN_LEDGER);
        var task = tasks.find(scope, Right.RUN_LEDGER, id).orElseThrow(NotFound::new);
        var plan = plans.find(task.plan()).orElseThrow(NotFound::new);
        var measure = plans.structure(plan.id())
                .measures()
                .filter(one -> one.id().equals(task.measure()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var lit = lights.of(reads, figures, plan, measure, task.year()).tasks().stream()
                .filter(of -> of.task().equals(task.task()))
                .map(Board.Of::lit)
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Draft(task, plan.title(), measure, lit, office(scope, task));
    }

    /** Of the offices for which one acts, the one nearest to the task. */
    private Region office(Scope scope, Concerned task) {
        return regions.pathTo(task.region()).reversed().stream()
                .filter(region -> scope.regions().contains(region.code()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @param form a checked one */
    @Transactional
    public Issued issue(Scope scope, Scope reads, Scope figures, NoteForm form) {
        scope.demands(Right.RUN_LEDGER);
        var draft = draft(scope, reads, figures, new TaskId(Objects.requireNonNull(form.task())));
        var body = draft.task().body();
        if (body == null) {
            return new Issued.NoBody();
        }
        var id = new NoteId(Objects.requireNonNull(form.id()));
        var today = Today.by(clock);
        int number = next(draft.office(), today.getYear());
        if (database.sql("select exists (select from ledger.supervision_note where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single()) {
            return new Issued.Already(id);
        }
        var earlier = Optional.ofNullable(form.supersedes()).map(NoteId::new);
        if (earlier.isPresent()
                && !handling.supersede(scope, earlier.get(), draft.task().id(), form.version())) {
            return new Issued.Overtaken(earlier.get());
        }
        count(draft.office(), today.getYear(), number);
        var note = note(id, draft, body, number, today, due(form, today), form, earlier.orElse(null));
        write(note);
        history.record(
                scope.actor(),
                note.thing(),
                SupervisionHistory.act("supervision.note.act.ISSUE", note.thing())
                        .changed("supervision.note.due", null, note.dueOn()),
                "");
        return new Issued.Numbered(id, note.numbered());
    }

    /** The next number of an office in a year; its row stays locked until the transaction ends. */
    private int next(Region office, int year) {
        database.sql(
                        "insert into ledger.note_counter (region_code, year, last) values (:region, :year, 0) on conflict do nothing")
                .param("region", office.code().value())
                .param("year", year)
                .update();
        return 1
                + database.sql(
                                "select last from ledger.note_counter where region_code = :region and year = :year for update")
                        .param("region", office.code().value())
                        .param("year", year)
                        .query(Integer.class)
                        .single();
    }

    private void count(Region office, int year, int number) {
        database.sql("update ledger.note_counter set last = :number where region_code = :region and year = :year")
                .param("region", office.code().value())
                .param("year", year)
                .param("number", number)
                .update();
    }

    private LocalDate due(NoteForm form, LocalDate today) {
        var day = form.dueOn();
        return day == null ? calendar.days().after(today, Objects.requireNonNull(form.days())) : day;
    }

    private SupervisionNote note(
            NoteId id,
            Draft draft,
            org.kepu.shared.BodyId body,
            int number,
            LocalDate today,
            LocalDate due,
            NoteForm form,
            @Nullable NoteId supersedes) {
        var task = draft.task();
        var text = draft.measure().text();
        return new SupervisionNote(
                id,
                draft.office().code(),
                today.getYear(),
                number,
                draft.office().name() + "全民科学素质工作领导小组办公室",
                task.plan(),
                draft.plan(),
                task.measure(),
                draft.measure().title(),
                text.substring(0, Math.min(text.length(), LONGEST_CLAUSE)),
                task.id(),
                body,
                task.written(),
                draft.lit().light(),
                said(draft.lit()),
                form.asks(),
                today,
                due,
                supersedes,
                null,
                NoteState.ISSUED,
                due,
                null,
                0);
    }

    /** The reasons in words, as they stood when the note was issued. */
    private String said(Lit lit) {
        return lit.reasons().stream()
                .map(reason -> reason.said(words, Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("；"));
    }

    private void write(SupervisionNote note) {
        var supersedes = note.supersedes();
        database.sql("""
                        insert into ledger.supervision_note (id, region_code, year, number, issuer, plan_id, plan_title, measure_id,
                            measure, clause, task_id, body_id, written, light, figures, asks, issued_on, issued_due, supersedes, state,
                            due_on)
                        values (:id, :region, :year, :number, :issuer, :plan, :planTitle, :measureId, :measure, :clause, :task, :body,
                            :written, :light, :figures, :asks, :issued, :due, :supersedes::uuid, 'ISSUED', :due)
                        """)
                .param("id", note.id().value())
                .param("region", note.region().value())
                .param("year", note.year())
                .param("number", note.number())
                .param("issuer", note.issuer())
                .param("plan", note.plan().value())
                .param("planTitle", note.planTitle())
                .param("measureId", note.measureId().value())
                .param("measure", note.measure())
                .param("clause", note.clause())
                .param("task", note.task().value())
                .param("body", note.body().value())
                .param("written", note.written())
                .param("light", note.light().name())
                .param("figures", note.figures())
                .param("asks", note.asks())
                .param("issued", note.issuedOn())
                .param("due", note.issuedDue())
                .param("supersedes", supersedes == null ? null : supersedes.value())
                .update();
    }
}
