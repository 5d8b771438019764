package org.kepu.order;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a promised day goes by, it is said once: on the tracking page, on the trail, and to the division above. */
@Component
class Escalating {

    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final OrderHistory history;
    private final Clock clock;

    Escalating(JdbcClient database, OrderHistory history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** Says how many it were; not more at once than one transaction carries. */
    @Transactional
    public int run() {
        var late = database.sql("""
                        update orders.service_order set escalated = true, version = version + 1
                        where id in (select id from orders.service_order
                                     where due_on < :today and not escalated and state not in ('CONFIRMED', 'CLOSED', 'REFUSED', 'CANCELLED')
                                     order by id limit :most for update skip locked)
                        returning *
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", AT_ONCE)
                .query(OrderRows::order)
                .list();
        late.forEach(
                order -> history.record(OrderHistory.PLATFORM, Hand.PLATFORM, OrderAct.ESCALATE, order, order, ""));
        return late.size();
    }
}
