package org.kepu.order;

import java.time.Instant;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked is not known any more when an order is long over; which subject was asked for and what was served is. */
@Component
class OldOrders implements Retained {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;

    OldOrders(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "orders.service_order";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                        update orders.service_order set %s
                        where id in (select id from orders.service_order
                                     where phone_print is not null and moved_at < :limit
                                       and state in ('CONFIRMED', 'CLOSED', 'REFUSED', 'CANCELLED') limit :most)
                        """.formatted(OrdersAsPersons.EMPTIED))
                .param("limit", OrderRows.at(limit))
                .param("most", AT_ONCE)
                .update();
    }
}
