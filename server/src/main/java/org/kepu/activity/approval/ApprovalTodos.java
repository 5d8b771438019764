package org.kepu.activity.approval;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What approvals ask of a person: to answer what lies before the own body or office, to mend what came back, to publish what was approved. */
@Component
class ApprovalTodos implements TodoSource {

    private static final int MOST = 50;

    private final JdbcClient database;

    ApprovalTodos(JdbcClient database) {
        this.database = database;
    }

    private record One(UUID id, UUID activity, String title, String state) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        return Stream.concat(asked(desk), own(desk)).toList();
    }

    /** An office is asked by the division of its own grant; whoever may act for it from above is not reminded of all that lies below. */
    private Stream<Todo> asked(Desk desk) {
        var running = desk.scope(Right.RUN_ACTIVITIES);
        var office = desk.scope(Right.RUN_LEDGER);
        if (running.bodies().isEmpty() && office.regions().isEmpty()) {
            return Stream.empty();
        }
        return database
                .sql("""
                        select approval.id, a.id as activity, a.title, approval.state
                        from activity.approval_step step
                             join activity.approval on approval.id = step.approval and approval.state = 'ASKED'
                             join activity.activity a on a.id = approval.activity and a.state = 'DRAFT'
                        where step.answered_at is null and (step.body = any (:bodies) or step.office = any (:offices))
                          and not exists (select from activity.approval_step before
                                          where before.approval = step.approval and before.position < step.position
                                            and before.answered_at is null)
                          and not exists (select from activity.writer where activity = a.id and account = :me)
                          and approval.version = a.version and approval.sessions = (
                        """ + ApprovalTable.SESSIONS + ") order by approval.asked_at, approval.id limit :most")
                .param("me", desk.actor().account())
                .param("most", MOST)
                .params(ApprovalTable.mine(running, office))
                .query(One.class)
                .list()
                .stream()
                .map(one -> Todo.open(
                        Sentence.of("planning.todo.answer", one.title()),
                        "planning.todo.answer.act",
                        "/desk/activities/approvals/" + one.id()));
    }

    private Stream<Todo> own(Desk desk) {
        return database
                .sql("""
                        select approval.id, a.id as activity, a.title, approval.state
                        from activity.approval join activity.activity a on a.id = approval.activity and a.state = 'DRAFT'
                        where approval.asked_by = :me and (approval.state = 'RETURNED' or approval.state = 'APPROVED' and approval.version = a.version)
                          and not exists (select from activity.approval later
                                          where later.activity = approval.activity and later.round > approval.round)
                        order by approval.asked_at, approval.id limit :most
                        """)
                .param("me", desk.actor().account())
                .param("most", MOST)
                .query(One.class)
                .list()
                .stream()
                .map(one -> Todo.open(
                        Sentence.of(
                                one.state().equals("APPROVED") ? "planning.todo.publish" : "planning.todo.mend",
                                one.title()),
                        "planning.todo.open.act",
                        "/desk/activities/" + one.activity()));
    }
}
