package org.kepu.access.people;

import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Roles that were wished for wait for those who may give them. */
@Component
class WishTodo implements TodoSource {

    private static final int MOST = 10;

    private final Wishes wishes;

    WishTodo(Wishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.GRANT);
        if (scope.isEmpty()) {
            return List.of();
        }
        return wishes.open(scope, null, MOST).stream()
                .map(wish -> Todo.open(
                        Todo.Sentence.of("access.todo.wish", wish.displayName()),
                        "access.todo.wish.act",
                        "/desk/people/" + wish.holder()))
                .toList();
    }
}
