package org.kepu.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders that one may read, without whoever asked: lists, one with its life, and whose hand one is in each. */
@Service
public class Orders {

    /** No list is counted further. */
    public static final int MOST_COUNTED = 10_000;

    /** From so many on, a page of all orders is come upon sooner in the order of the index than all are found. */
    private static final int MANY = 2_000;

    private static final String FOUND_AND_SORTED = """
            with fitting as materialized (select id, asked_at, due_on from %3$s o where %1$s),
                 page as (select id from fitting order by %2$s limit :size offset :before)
            select o.* from page join orders.service_order o using (id) order by %2$s
            """;

    /** The divisions are gathered once; without "is true" the planner would ask the tree anew for each row that is passed. */
    private static final String IN_ORDER = """
            with page as (select id from %3$s o where (%1$s) is true order by %2$s limit :size offset :before)
            select o.* from page join orders.service_order o using (id) order by %2$s
            """;

    /** What is not over is little and has an index of its own; the planner shall not come upon it by way of the divisions. */
    private static final String NOT_OVER =
            "(select * from orders.service_order where state not in ('CLOSED', 'REFUSED', 'CANCELLED') offset 0)";

    private final JdbcClient database;
    private final OrderHistory history;
    private final Clock clock;

    Orders(JdbcClient database, OrderHistory history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** Which of the orders. */
    public enum Only {
        /** Not over. */
        OPEN,
        /** The promised day is over. */
        LATE,
        ALL
    }

    /**
     * @param state empty: any
     * @param subject empty: any
     * @param hand whose; null: all that one may read
     * @param region null: all of the scope
     */
    public record Search(
            Only only,
            @Nullable OrderState state,
            String subject,
            @Nullable Hand hand,
            @Nullable RegionCode region) {

        public static final Search OPEN = new Search(Only.OPEN, null, "", null, null);
    }

    /** @param total at most {@link #MOST_COUNTED} */
    public record Listing(List<ServiceOrder> orders, int total) {
        public Listing {
            orders = List.copyOf(orders);
        }
    }

    /** A page of what is asked for: what is promised first comes first, and of all orders the latest. */
    @Transactional(readOnly = true)
    public Listing list(Scope scope, Search search, int page, int size) {
        scope.demands(Right.READ_ORDERS);
        if (scope.isEmpty()) {
            return new Listing(List.of(), 0);
        }
        var fitting = fitting(scope, search);
        var among = search.only() == Only.OPEN ? NOT_OVER : "orders.service_order";
        int total = bound(
                        "select count(*) from (select from %s o where %s limit %d) counted"
                                .formatted(among, fitting, MOST_COUNTED),
                        scope,
                        search)
                .query(Integer.class)
                .single();
        var sorted = search.only() == Only.ALL ? "asked_at desc, id" : "due_on nulls last, id";
        var way = search.only() == Only.ALL && total >= MANY ? IN_ORDER : FOUND_AND_SORTED;
        var orders = bound(way.formatted(fitting, sorted, among), scope, search)
                .param("size", size)
                .param("before", (page - 1) * size)
                .query(OrderRows::order)
                .list();
        return new Listing(orders, total);
    }

    /** How many wait for this hand in each of its states. */
    @Transactional(readOnly = true)
    public int count(Scope scope, Hand hand, Only only, OrderState... states) {
        return scope.isEmpty()
                ? 0
                : database.sql("select count(*) from orders.service_order o where " + reach(scope, hand)
                                + " and state = any(:states::text[])"
                                + (only == Only.LATE ? " and due_on < :today" : ""))
                        .param(
                                "states",
                                java.util.Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                        .param("today", LocalDate.now(clock))
                        .params(scope.parameters())
                        .query(Integer.class)
                        .single();
    }

    /** An order within reach. */
    @Transactional(readOnly = true)
    public Optional<ServiceOrder> find(Scope scope, OrderId id) {
        scope.demands(Right.READ_ORDERS);
        return within(scope, id, all(scope));
    }

    /** The order with this code, if it is within reach: for other systems. */
    @Transactional(readOnly = true)
    public Optional<ServiceOrder> find(Scope scope, String code) {
        scope.demands(Right.READ_ORDERS);
        return scope.isEmpty()
                ? Optional.empty()
                : database.sql("select * from orders.service_order o where code = :code and " + all(scope))
                        .param("code", code)
                        .params(scope.parameters())
                        .query(OrderRows::order)
                        .optional();
    }

    /** An order that this scope moves by this hand. */
    @Transactional(readOnly = true)
    public Optional<ServiceOrder> find(Scope scope, Hand hand, OrderId id) {
        return within(scope, id, reach(scope, hand));
    }

    /** By which of their hands one does this to an order: by the one that reaches it, or else the first that one has. */
    @Transactional(readOnly = true)
    public Optional<Scope> handOf(Scope scope, Desk desk, OrderAct act, OrderId id) {
        scope.demands(Right.READ_ORDERS);
        var hands =
                act.staff().filter(hand -> desk.may(hand.right().orElseThrow())).toList();
        return hands.stream()
                .filter(hand ->
                        find(desk.scope(hand.right().orElseThrow()), hand, id).isPresent())
                .findFirst()
                .or(() -> hands.stream().findFirst())
                .map(hand -> desk.scope(hand.right().orElseThrow()));
    }

    /** The life of an order within reach, the latest first. */
    @Transactional(readOnly = true)
    public List<Happened> life(Scope scope, ServiceOrder order) {
        scope.demands(Right.READ_ORDERS);
        return find(scope, order.id()).map(found -> history.of(found.id())).orElse(List.of());
    }

    private Optional<ServiceOrder> within(Scope scope, OrderId id, String reach) {
        return scope.isEmpty()
                ? Optional.empty()
                : database.sql("select * from orders.service_order o where id = :id and " + reach)
                        .param("id", id.value())
                        .params(scope.parameters())
                        .query(OrderRows::order)
                        .optional();
    }

    private static String fitting(Scope scope, Search search) {
        var conditions = new ArrayList<String>();
        var hand = search.hand();
        conditions.add(hand == null ? all(scope) : reach(scope, hand));
        conditions.add(
                switch (search.only()) {
                    case OPEN, ALL -> "true";
                    case LATE -> "state not in ('CONFIRMED', 'CLOSED', 'REFUSED', 'CANCELLED') and due_on < :today";
                });
        if (search.state() != null) {
            conditions.add("state = :state");
        }
        if (!search.subject().isEmpty()) {
            conditions.add("subject = :subject");
        }
        if (search.region() != null) {
            conditions.add("way @> array[:region::text]");
        }
        return String.join(" and ", conditions);
    }

    private JdbcClient.StatementSpec bound(String sql, Scope scope, Search search) {
        var state = search.state();
        var region = search.region();
        return database.sql(sql)
                .params(scope.parameters())
                .param("today", LocalDate.now(clock))
                .param("state", state == null ? "" : state.name())
                .param("subject", search.subject())
                .param("region", region == null ? "" : region.value());
    }

    /** All that one may read: of one's divisions, of one's bodies, offered to one's teams. What reaches nothing is left out. */
    private static String all(Scope scope) {
        if (scope.isEmpty()) {
            return "false";
        }
        if (scope.bodies().isEmpty()) {
            return OrderRows.OF_COMMUNITY;
        }
        var bodies = OrderRows.ofDepartment(scope) + " or " + OrderRows.OF_TEAM;
        return "(" + (scope.regions().isEmpty() ? "" : OrderRows.OF_COMMUNITY + " or ") + bodies + ")";
    }

    private static String reach(Scope scope, Hand hand) {
        return switch (hand) {
            case COMMUNITY -> OrderRows.OF_COMMUNITY;
            case DEPARTMENT -> OrderRows.ofDepartment(scope);
            case TEAM -> OrderRows.OF_TEAM;
            case REQUESTER, PLATFORM -> "false";
        };
    }
}
