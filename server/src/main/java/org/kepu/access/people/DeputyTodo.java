package org.kepu.access.people;

import java.util.List;
import org.kepu.access.Standing;
import org.kepu.access.Todo;
import org.kepu.access.TodoSource;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Whoever may act in another's place finds the switch on the first screen of the desk. */
@Component
class DeputyTodo implements TodoSource {

    private final Deputies deputies;
    private final Standing standing;

    DeputyTodo(Deputies deputies, Standing standing) {
        this.deputies = deputies;
        this.standing = standing;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        if (actor.represented() != null) {
            return List.of();
        }
        return deputies.own(standing.scope(actor, Right.DESK)).stream()
                .filter(entry -> entry.now() && entry.deputy().equals(actor.account()))
                .map(entry -> Todo.atOnce(
                        Todo.Sentence.of("access.todo.deputy", entry.representedName()),
                        "access.deputy.act",
                        "/desk/deputies/" + entry.id() + "/act"))
                .toList();
    }
}
