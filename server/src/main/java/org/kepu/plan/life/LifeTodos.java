package org.kepu.plan.life;

import java.util.List;
import java.util.stream.Stream;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Asks bodies for their opinion, and the office for what a plan's life demands of it by a day. */
@Component
class LifeTodos implements TodoSource {

    private final Replying replying;
    private final Consulting consulting;
    private final Publishing publishing;

    LifeTodos(Replying replying, Consulting consulting, Publishing publishing) {
        this.replying = replying;
        this.consulting = consulting;
        this.publishing = publishing;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        return Stream.of(replies(desk), closings(desk), publications(desk))
                .flatMap(todos -> todos)
                .toList();
    }

    private Stream<Todo> replies(Desk desk) {
        return replying.awaited(desk.scope(Right.DO_TASKS)).stream()
                .map(awaited -> Todo.open(
                                Sentence.of("life.todo.reply", awaited.title()),
                                "life.todo.reply.act",
                                "/desk/consultations/" + awaited.id() + "/reply")
                        .by(awaited.closesOn())
                        .hint(Sentence.of("life.todo.reply.hint", awaited.body())));
    }

    private Stream<Todo> closings(Desk desk) {
        return consulting.toClose(desk.scope(Right.REVIEW_PLANS)).stream()
                .map(over -> Todo.open(
                        Sentence.of("life.todo.close", over.title()),
                        "life.todo.close.act",
                        "/desk/consultations/" + over.id()));
    }

    private Stream<Todo> publications(Desk desk) {
        return publishing.awaited(desk.scope(Right.REVIEW_PLANS)).stream()
                .map(awaited -> Todo.open(
                                Sentence.of("life.todo.publish", awaited.title()),
                                "life.todo.publish.act",
                                "/desk/plans/" + awaited.plan() + "#publication")
                        .by(awaited.publication().awaitedBy().orElseThrow())
                        .hint(Sentence.of("life.todo.publish.hint")));
    }
}
