package org.kepu.plan.review;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Asks for the review of each plan within reach that waits for one. */
@Component
class DraftTodos implements TodoSource {

    private final Drafts drafts;

    DraftTodos(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        return drafts.open(desk.scope(Right.REVIEW_PLANS)).stream()
                .filter(Drafts.Line::awaited)
                .map(draft -> Todo.open(
                        Sentence.of("plan.todo.review", draft.title()),
                        "plan.todo.review.act",
                        "/desk/plans/" + draft.id() + "/review"))
                .toList();
    }
}
