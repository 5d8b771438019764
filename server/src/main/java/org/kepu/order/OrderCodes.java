package org.kepu.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.Limits;
import org.kepu.page.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Orders for whoever shows their code. From where wrong ones come again and again, no more is answered for a while. */
@Service
public class OrderCodes {

    private final JdbcClient database;
    private final Handling handling;
    private final OrderHistory history;
    private final Limits limits;

    OrderCodes(JdbcClient database, Handling handling, OrderHistory history, Limits limits) {
        this.database = database;
        this.handling = handling;
        this.history = history;
        this.limits = limits;
    }

    /** An order with its life, the latest first. */
    public record Tracked(ServiceOrder order, List<Happened> life) {}

    /**
     * @param code however it is written
     * @param address from which it was asked
     */
    public Optional<Tracked> find(String code, String address) {
        var place = Limits.place(address);
        if (limits.isShut(OrderLimit.WRONG_CODES_OF_ORDERS, place)) {
            return Optional.empty();
        }
        var found = database.sql("select * from orders.service_order where code = :code")
                .param("code", bare(code))
                .query(OrderRows::order)
                .optional();
        if (found.isEmpty()) {
            limits.count(OrderLimit.WRONG_CODES_OF_ORDERS, place);
        }
        return found.map(order -> new Tracked(order, history.of(order.id())));
    }

    /**
     * Whoever shows the code moves their order.
     *
     * @param version that they have read
     * @param address from which it was asked
     * @throws NotFound if there is no such code
     */
    public Handled act(String code, OrderAct act, @Nullable Integer version, Said said, String address) {
        return handling.act(
                find(code, address).orElseThrow(NotFound::new).order().code(), act, version, said);
    }

    private static String bare(String code) {
        return code.replaceAll("[\\s-]", "");
    }
}
