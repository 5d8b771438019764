package org.kepu.access;

import java.util.List;
import org.kepu.privacy.OpenRequests;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** What people ask about their data is to be answered in time. */
@Component
class RequestTodo implements TodoSource {

    private static final int MOST = 10;

    private final OpenRequests requests;

    RequestTodo(OpenRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.KEEP_PRIVACY);
        if (scope.isEmpty()) {
            return List.of();
        }
        return requests.first(scope, MOST).stream()
                .map(request -> Todo.open(
                                Todo.Sentence.of("access.todo.request", String.valueOf(request.number())),
                                "access.todo.request.act",
                                "/desk/privacy/requests/" + request.id())
                        .by(request.due()))
                .toList();
    }
}
