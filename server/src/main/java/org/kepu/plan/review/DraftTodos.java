package org.kepu.plan.review;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Component;

/** Asks for the review of each plan that waits for one. */
@Component
class DraftTodos implements TodoSource {

    private final Drafts drafts;

    DraftTodos(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        return drafts.open().stream()
                .map(draft -> Todo.open(
                        Sentence.of("plan.todo.review", draft.title()),
                        "plan.todo.review.act",
                        "/desk/plans/" + draft.id() + "/review"))
                .toList();
    }
}
