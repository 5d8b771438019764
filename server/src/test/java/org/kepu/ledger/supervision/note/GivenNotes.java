package org.kepu.ledger.supervision.note;

import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.supervision.ConcernedTasks;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.ledger.supervision.light.Lights;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Watch;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The office of a banner and its notes, at a time that passes when the test says so. */
final class GivenNotes {

    static final RegionCode BANNER = GivenTasks.BANNER;
    static final RegionCode LEAGUE = new RegionCode("152500");
    static final RegionCode NEIGHBOUR = new RegionCode("150203");
    static final String LEAD = "旗科协";

    final GivenTasks tasks;
    final Watch watch = new Watch(Instant.parse("2026-10-01T03:00:00Z"));
    final Notes notes;
    final HandlingNotes handling;
    final IssuingNotes issuing;
    final NoteTodos todos;
    private final TransactionTemplate transaction;

    GivenNotes(ApplicationContext context) {
        tasks = GivenTasks.of(context);
        var database = context.getBean(JdbcClient.class);
        transaction = context.getBean(TransactionTemplate.class);
        notes = context.getBean(Notes.class);
        todos = context.getBean(NoteTodos.class);
        var history = context.getBean(SupervisionHistory.class);
        handling = new HandlingNotes(
                notes,
                history,
                context.getBean(SupervisionFiles.class),
                context.getBean(Regions.class),
                context.getBean(OfficeCalendar.class),
                database,
                transaction,
                watch);
        issuing = new IssuingNotes(
                context.getBean(ConcernedTasks.class),
                context.getBean(Lights.class),
                context.getBean(Plans.class),
                context.getBean(Regions.class),
                handling,
                history,
                context.getBean(OfficeCalendar.class),
                context.getBean(MessageSource.class),
                database,
                watch);
    }

    <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(begun -> act.get()));
    }

    static Scope office(Right right) {
        return may(CLERK, right, BANNER);
    }

    static Scope league(Right right) {
        return may(OTHER, right, LEAGUE);
    }

    Scope body(String name, Right right) {
        return tasks.scope(name, right);
    }

    UUID task() {
        return tasks.task("办好讲座", LEAD).value();
    }

    Issued issue(NoteForm form) {
        return within(() ->
                issuing.issue(office(Right.RUN_LEDGER), office(Right.READ_LEDGER), office(Right.READ_FIGURES), form));
    }

    NoteId issued() {
        return issued(NoteForm.about(task(), "请查明原因，按期答复。"));
    }

    NoteId issued(NoteForm form) {
        return switch (issue(form)) {
            case Issued.Numbered(var id, var number) -> id;
            case Issued other -> throw new AssertionError(other);
        };
    }

    SupervisionNote read(NoteId id) {
        return notes.find(may(Right.READ_LEDGER), id).orElseThrow();
    }

    Handled receive(NoteId id) {
        return within(() -> handling.receive(body(LEAD, Right.DO_TASKS), id));
    }

    Handled answer(NoteId id, String said) {
        return handling.answer(body(LEAD, Right.DO_TASKS), id, read(id).version(), said, null);
    }

    Handled judge(NoteId id, NoteAct act, String words) {
        return judge(id, act, read(id).version(), words);
    }

    Handled judge(NoteId id, NoteAct act, int version, String words) {
        return within(() -> handling.judge(office(Right.RUN_LEDGER), id, act, version, words));
    }

    /** Answered, and waiting for the office. */
    NoteId answered() {
        var id = issued();
        receive(id);
        answer(id, "已补办两场。");
        return id;
    }
}
