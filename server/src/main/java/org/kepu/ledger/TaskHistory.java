package org.kepu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to tasks (任务历史): who did what and when, told once, in the transaction of the change, and never changed. */
@Component
public class TaskHistory {

    private final JdbcClient database;
    private final Clock clock;

    TaskHistory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What can happen to a task. */
    public enum Kind {
        TAKE_UP,
        BEGIN,
        FINISH,
        REOPEN,
        CARRY_OVER,
        /** The year before could not finish it. */
        CONTINUE,
        PART_ADDED,
        PART_CHANGED,
        PART_FINISHED,
        PART_REOPENED,
        PART_DROPPED,
        EVIDENCE_ADDED,
        EVIDENCE_SUPERSEDED,
        PLAN_NAMED;

        /** The event that a step of a task is. */
        public static Kind of(Task.Step step) {
            return valueOf(step.name());
        }
    }

    /**
     * Something that happened.
     *
     * @param by who did it, by the name borne then
     * @param represented the account in whose place it was done
     * @param what what it was about, such as the words of a part; or empty
     * @param why the reason given, where one is asked; or empty
     */
    public record Event(Instant at, String by, @Nullable UUID represented, Kind kind, String what, String why) {}

    /** Adds an event to one task. */
    public void add(Actor by, TaskId task, Kind kind, String what, String why) {
        addAll(by, List.of(task), kind, what, why);
    }

    /** Adds the same event to each of these tasks. */
    public void addAll(Actor by, List<TaskId> tasks, Kind kind, String what, String why) {
        database.sql("""
                insert into ledger.task_event (task_id, at, by, by_account, represented, kind, what, why)
                select task, :at, :by, :account, :represented::uuid, :kind, :what, :why from unnest(:tasks) as task
                """)
                .param("tasks", tasks.stream().map(TaskId::value).toArray(UUID[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .param("represented", by.represented())
                .param("kind", kind.name())
                .param("what", what)
                .param("why", why)
                .update();
    }

    /** All that happened to a task, the latest first. Whoever asks has found the task within reach. */
    public List<Event> of(TaskId task) {
        return database.sql("select * from ledger.task_event where task_id = :task order by id desc")
                .param("task", task.value())
                .query((row, i) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getObject("represented", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("why"));
    }
}
