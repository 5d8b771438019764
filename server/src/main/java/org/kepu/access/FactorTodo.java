package org.kepu.access;

import java.time.Clock;
import java.util.List;
import org.kepu.shared.Desk;
import org.springframework.stereotype.Component;

/** A second factor is to be set up before the time without one is over. */
@Component
class FactorTodo implements TodoSource {

    private final SigningIn signingIn;
    private final Clock clock;

    FactorTodo(SigningIn signingIn, Clock clock) {
        this.signingIn = signingIn;
        this.clock = clock;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        return signingIn
                .deadline(desk.actor().account())
                .map(end -> Todo.open(Todo.Sentence.of("access.todo.factor"), "access.todo.factor.act", "/desk/factors")
                        .hint(Todo.Sentence.of("access.todo.factor.hint"))
                        .by(end.atZone(clock.getZone()).toLocalDate()))
                .stream()
                .toList();
    }
}
