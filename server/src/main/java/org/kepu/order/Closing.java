package org.kepu.order;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What both sides have confirmed and nobody has rated within the days of the division closes by itself. */
@Component
class Closing {

    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final OrderHistory history;
    private final Clock clock;

    Closing(JdbcClient database, OrderHistory history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** Says how many it were; not more at once than one transaction carries. */
    @Transactional
    public int run() {
        var waited = database.sql("""
                        select * from orders.service_order where state = 'CONFIRMED' and due_on < :today
                        order by id limit :most for update skip locked
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", AT_ONCE)
                .query(OrderRows::order)
                .list();
        waited.forEach(this::close);
        return waited.size();
    }

    private void close(ServiceOrder order) {
        var now = database.sql("""
                        update orders.service_order
                        set state = 'CLOSED', version = version + 1, moved_at = :now, due_on = null where id = :id returning *
                        """)
                .param("id", order.id().value())
                .param("now", OrderRows.at(clock.instant()))
                .query(OrderRows::order)
                .single();
        history.record(OrderHistory.PLATFORM, Hand.PLATFORM, OrderAct.CLOSE, order, now, "");
    }
}
