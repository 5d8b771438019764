package org.kepu.order.desk;

import java.util.ArrayList;
import java.util.List;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.order.Hand;
import org.kepu.order.OrderState;
import org.kepu.order.Orders;
import org.kepu.shared.Desk;
import org.springframework.stereotype.Component;

/**
 * What orders ask of a person: one line for each thing to do, however many orders it is; and one for those that are late, which the
 * divisions above have too.
 */
@Component
class OrderTodos implements TodoSource {

    private static final OrderState[] AWAITED = {
        OrderState.REQUESTED,
        OrderState.ACCEPTED,
        OrderState.POOLED,
        OrderState.DISPATCHED,
        OrderState.OFFERED,
        OrderState.TAKEN,
        OrderState.SCHEDULED,
        OrderState.SERVED
    };

    private final Orders orders;

    OrderTodos(Orders orders) {
        this.orders = orders;
    }

    /** A state in which something is asked of a hand. */
    private record Asked(Hand hand, OrderState state) {}

    private static final List<Asked> ASKED = List.of(
            new Asked(Hand.COMMUNITY, OrderState.REQUESTED),
            new Asked(Hand.COMMUNITY, OrderState.ACCEPTED),
            new Asked(Hand.COMMUNITY, OrderState.POOLED),
            new Asked(Hand.DEPARTMENT, OrderState.DISPATCHED),
            new Asked(Hand.TEAM, OrderState.OFFERED),
            new Asked(Hand.TEAM, OrderState.TAKEN),
            new Asked(Hand.TEAM, OrderState.SCHEDULED));

    @Override
    public List<Todo> todosFor(Desk desk) {
        var todos = new ArrayList<Todo>();
        for (var asked : ASKED) {
            int many = orders.count(
                    desk.scope(asked.hand().right().orElseThrow()), asked.hand(), Orders.Only.OPEN, asked.state());
            if (many > 0) {
                todos.add(Todo.open(
                        Sentence.of("order.todo." + asked.state(), many),
                        "order.todo.open",
                        "/desk/orders?hand=" + asked.hand() + "&state=" + asked.state()));
            }
        }
        int late = orders.count(
                desk.scope(Hand.COMMUNITY.right().orElseThrow()), Hand.COMMUNITY, Orders.Only.LATE, AWAITED);
        if (late > 0) {
            todos.add(Todo.open(Sentence.of("order.todo.late", late), "order.todo.open", "/desk/orders?only=LATE"));
        }
        return todos;
    }
}
