package org.kepu.access.people;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Whoever may act in another's place finds the switch on the first screen of the desk. */
@Component
class DeputyTodo implements TodoSource {

    private final Deputies deputies;

    DeputyTodo(Deputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        var actor = desk.actor();
        if (actor.represented() != null) {
            return List.of();
        }
        return deputies.own(desk.scope(Right.DESK)).stream()
                .filter(entry -> entry.now() && entry.deputy().equals(actor.account()))
                .map(entry -> Todo.atOnce(
                        Todo.Sentence.of("access.todo.deputy", entry.representedName()),
                        "access.deputy.act",
                        "/desk/deputies/" + entry.id() + "/act"))
                .toList();
    }
}
