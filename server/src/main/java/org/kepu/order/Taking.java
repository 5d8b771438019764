package org.kepu.order;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.page.NotFound;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exactly one team takes an order, however many press at the same moment: one statement decides, and the primary key of what is
 * taken is its witness.
 */
@Component
class Taking {

    private final JdbcClient database;
    private final Promises promises;
    private final OrderHistory history;
    private final TakingTurns turns;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Taking(
            JdbcClient database,
            Promises promises,
            OrderHistory history,
            TakingTurns turns,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.promises = promises;
        this.history = history;
        this.turns = turns;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Team(UUID id, String area, int capacity) {

        boolean is(@Nullable SupplierId supplier) {
            return supplier != null && supplier.value().equals(id);
        }
    }

    /**
     * Takes it for a team of the scope. Pressed twice, it is taken once.
     *
     * @param supplier null: the team that is asked, or the only one of the scope that serves there
     * @throws NotFound if the team is not of the scope, or there is no such order where it serves
     */
    Handled take(Scope scope, OrderId id, @Nullable SupplierId supplier) {
        scope.demands(Right.TAKE_ORDERS);
        return turns.inTurn(
                        () -> Objects.requireNonNull(transactions.execute(begun -> takeInTurn(scope, id, supplier))))
                .orElseGet(() -> new Handled.Refused(Refusal.BUSY));
    }

    private Handled takeInTurn(Scope scope, OrderId id, @Nullable SupplierId supplier) {
        var own = own(scope, id);
        if (own.isEmpty() || supplier != null && own.stream().noneMatch(team -> team.is(supplier))) {
            throw new NotFound();
        }
        var seen = OrderRows.get(database, id);
        var chosen = choose(own, supplier, seen);
        if (chosen.isEmpty()) {
            return new Handled.Refused(Refusal.WHICH_TEAM);
        }
        if (!isOpenTo(chosen.get(), seen)) {
            return answered(chosen.get(), seen); // most who press at the same moment come a little late
        }
        var team = locked(chosen.get());
        var taken = taken(team, seen);
        if (taken.isPresent()) {
            history.record(scope.actor(), Hand.TEAM, OrderAct.TAKE, seen, taken.get(), "");
            return new Handled.Done(OrderAct.TAKE, taken.get());
        }
        var now = OrderRows.get(database, id);
        return isOpenTo(team, now) ? new Handled.Refused(Refusal.FULL_WEEK) : answered(team, now);
    }

    /** As it is now, if it is still open to the team and the team has time in this week. */
    private Optional<ServiceOrder> taken(Team team, ServiceOrder seen) {
        var week = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return database.sql("""
                        with taken as (
                            update orders.service_order
                            set state = 'TAKEN', supplier = :team, version = version + 1, moved_at = :now, due_on = :due::date, escalated = false
                            where id = :id and state = 'OFFERED' and (supplier = :team or supplier is null and :area = any(way))
                              and (select count(*) from orders.taking where supplier = :team and week = :week) < :capacity
                            returning *
                        ), witness as (
                            insert into orders.taking (service_order, supplier, week) select id, supplier, :week from taken
                        )
                        select * from taken
                        """)
                .param("id", seen.id().value())
                .param("team", team.id())
                .param("area", team.area())
                .param("capacity", team.capacity())
                .param("now", OrderRows.at(clock.instant()))
                .param("due", promises.dueFor(OrderState.TAKEN, seen.way()))
                .param("week", week)
                .query(OrderRows::order)
                .optional();
    }

    private static boolean isOpenTo(Team team, ServiceOrder order) {
        return order.state() == OrderState.OFFERED
                && (order.supplier() == null
                        ? order.way().contains(new RegionCode(team.area()))
                        : team.is(order.supplier()));
    }

    /** What a team is told of an order that is not open to it: that it has it, or why not. */
    private static Handled answered(Team team, ServiceOrder order) {
        return order.state() == OrderState.TAKEN && team.is(order.supplier())
                ? new Handled.Done(OrderAct.TAKE, order)
                : new Handled.Refused(
                        switch (order.state()) {
                            case OFFERED, TAKEN, SCHEDULED, SERVED, CONFIRMED -> Refusal.TAKEN_BY_OTHERS;
                            case CLOSED, REFUSED, CANCELLED -> Refusal.OVER;
                            case REQUESTED, ACCEPTED, POOLED, DISPATCHED -> Refusal.NOT_NOW;
                        });
    }

    /** The teams of the scope that serve where the order is, or are asked for it. */
    private List<Team> own(Scope scope, OrderId id) {
        return database.sql("""
                        select id, area, capacity from orders.supplier
                        where active and %s
                          and exists (select from orders.service_order o
                                      where o.id = :id and (o.supplier = supplier.id or area = any(o.way)))
                        order by id
                        """.formatted(OrderRows.OWN_TEAM))
                .param("id", id.value())
                .params(scope.parameters())
                .query(Team.class)
                .list();
    }

    /** For which team it is taken; nobody, where several might and none is named. */
    private static Optional<Team> choose(List<Team> own, @Nullable SupplierId named, ServiceOrder order) {
        var meant = named == null ? order.supplier() : named;
        return own.stream()
                .filter(team -> team.is(meant))
                .findFirst()
                .or(() -> own.size() > 1 && order.state() == OrderState.OFFERED
                        ? Optional.empty()
                        : Optional.of(own.getFirst()));
    }

    /** Two of the same team that press at once are counted one after the other; who only refers to the team does not wait. */
    private Team locked(Team team) {
        return database.sql(
                        "select id, area, capacity from orders.supplier where id = :team and active for no key update")
                .param("team", team.id())
                .query(Team.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Nobody has it any more, and whoever had it is not suggested for it again. */
    void letGo(ServiceOrder order) {
        database.sql("""
                        with gone as (delete from orders.taking where service_order = :id)
                        insert into orders.passed (service_order, supplier)
                        select id, supplier from orders.service_order where id = :id and supplier is not null
                        on conflict do nothing
                        """).param("id", order.id().value()).update();
    }

    /** How often they served, and when last: whoever served waits for the next turn. */
    void recount(ServiceOrder order) {
        var supplier = Objects.requireNonNull(order.supplier()).value();
        database.sql("select id from orders.supplier where id = :supplier for no key update")
                .param("supplier", supplier)
                .query(UUID.class)
                .single();
        database.sql("""
                        update orders.supplier set (served, last_served) =
                            (select count(*), max(served_on) from orders.service_order o
                             where o.supplier = :supplier and o.state in ('CONFIRMED', 'CLOSED'))
                        where id = :supplier
                        """).param("supplier", supplier).update();
    }

    void rated(ServiceOrder order) {
        database.sql("""
                        update orders.supplier set stars = stars + :stars, rated = rated + 1
                        where id = (select supplier from orders.service_order where id = :id)
                        """)
                .param("id", order.id().value())
                .param("stars", order.stars())
                .update();
    }
}
