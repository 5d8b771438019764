package org.kepu.access;

import java.util.List;
import org.kepu.shared.Desk;
import org.springframework.stereotype.Component;

/** A password given by somebody else is to be replaced. */
@Component
class PasswordTodo implements TodoSource {

    private final Accounts accounts;

    PasswordTodo(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        if (!accounts.mustChange(desk.actor().account())) {
            return List.of();
        }
        return List.of(Todo.open(Todo.Sentence.of("access.todo.password"), "access.todo.password.act", "/desk/password")
                .hint(Todo.Sentence.of("access.todo.password.hint")));
    }
}
