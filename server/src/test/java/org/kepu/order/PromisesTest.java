package org.kepu.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.GivenFacts;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Promised days are working days of Asia/Shanghai, set by division; when one goes by, it is told once. */
@OnPostgres
class PromisesTest {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Autowired
    ApplicationContext context;

    GivenOrders given;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
    }

    private Promises at(String moment) {
        return new Promises(
                given.bean(Rules.class), given.bean(OfficeCalendar.class), Clock.fixed(Instant.parse(moment), HERE));
    }

    @Test
    void a_term_counts_working_days_from_the_day_in_shanghai() {
        assertThat(at("2027-03-05T15:59:00Z").due(OrderState.REQUESTED, Rule.USUAL))
                .as("Friday, a minute to midnight: until Tuesday")
                .isEqualTo(LocalDate.parse("2027-03-09"));
        assertThat(at("2027-03-05T16:00:00Z").due(OrderState.REQUESTED, Rule.USUAL))
                .as("already Saturday: until Tuesday all the same")
                .isEqualTo(LocalDate.parse("2027-03-09"));
        assertThat(at("2027-03-08T16:00:00Z").due(OrderState.REQUESTED, Rule.USUAL))
                .as("already Tuesday: until Thursday")
                .isEqualTo(LocalDate.parse("2027-03-11"));
        assertThat(at("2027-03-01T04:00:00Z")
                        .due(OrderState.SCHEDULED, Rule.USUAL, Instant.parse("2027-03-08T15:30:00Z")))
                .as("served on Monday until half past eleven at night: written down by Wednesday")
                .isEqualTo(LocalDate.parse("2027-03-10"));
        for (var state : OrderState.values()) {
            assertThat(at("2027-03-05T16:00:00Z").due(state, Rule.USUAL) == null)
                    .as(state.name())
                    .isEqualTo(Rule.USUAL.daysFor(state) == 0);
        }
    }

    private int escalated(LocalDate day, int hour) {
        var clock = Clock.fixed(day.atTime(hour, 30).atZone(HERE).toInstant(), HERE);
        var escalating = new Escalating(given.database(), given.bean(OrderHistory.class), clock);
        return given.bean(TransactionTemplate.class).execute(begun -> escalating.run());
    }

    @Test
    void what_was_agreed_and_not_written_down_is_late_after_the_promise_of_the_region() {
        var usual = Rule.USUAL;
        var days = usual.days();
        given.bean(Rules.class)
                .set(
                        GivenPlans.may(Right.DISPATCH_ORDERS),
                        GivenFacts.KUNDULUN,
                        new Rule(
                                null,
                                true,
                                new Rule.Days(
                                        days.accept(),
                                        days.dispatch(),
                                        days.claim(),
                                        days.take(),
                                        days.schedule(),
                                        4,
                                        days.confirm(),
                                        days.close()),
                                usual.weights(),
                                0));
        var order = given.scheduled(given.team("一队", 5));
        var served = LocalDate.ofInstant(order.starts().plusSeconds(3600), HERE);
        var due = given.bean(OfficeCalendar.class).days().after(served, 4);
        assertThat(order.due()).isEqualTo(due);
        assertThat(escalated(due, 23)).isZero();
        assertThat(escalated(due.plusDays(1), 0)).isEqualTo(1);
        assertThat(given.now(order).state()).isEqualTo(OrderState.SCHEDULED);
        given.database()
                .sql("update orders.service_order set due_on = :yesterday")
                .param("yesterday", given.today().minusDays(1))
                .update();
        assertThat(given.bean(Orders.class)
                        .count(
                                GivenOrders.community(Right.DISPATCH_ORDERS),
                                Hand.COMMUNITY,
                                Orders.Only.LATE,
                                OrderState.SCHEDULED))
                .isEqualTo(1);
    }

    private int closed(LocalDate day, int hour) {
        var clock = Clock.fixed(day.atTime(hour, 30).atZone(HERE).toInstant(), HERE);
        var closing = new Closing(given.database(), given.bean(OrderHistory.class), clock);
        return given.bean(TransactionTemplate.class).execute(begun -> closing.run());
    }

    @Test
    void what_both_sides_confirmed_and_nobody_rates_closes_by_itself_and_is_never_late() {
        var order = given.done(given.served(given.team("一队", 5)), OrderAct.CONFIRM, Said.NOTHING);
        var due = order.due();
        assertThat(due).isEqualTo(given.bean(OfficeCalendar.class).days().after(given.today(), 7));
        assertThat(order.isLate(due.plusDays(1))).isFalse();
        assertThat(escalated(due.plusDays(1), 0)).isZero();
        assertThat(closed(due, 23)).isZero();
        assertThat(closed(due.plusDays(1), 0)).isEqualTo(1);
        assertThat(closed(due.plusDays(1), 1)).as("once").isZero();
        var now = given.now(order);
        assertThat(now.state()).isEqualTo(OrderState.CLOSED);
        assertThat(now.due()).isNull();
        assertThat(given.bean(OrderCodes.class)
                        .find(order.code(), "10.0.0.1")
                        .orElseThrow()
                        .life()
                        .getFirst())
                .extracting(Happened::act, Happened::hand)
                .containsExactly(OrderAct.CLOSE, Hand.PLATFORM);
    }

    @Test
    void when_the_promised_day_is_over_it_is_told_once_and_stands_first_in_the_list_of_the_division_above() {
        var order = given.asked();
        var due = order.due();
        assertThat(escalated(due, 23)).as("the day itself is not over").isZero();
        assertThat(escalated(due.plusDays(1), 0)).isEqualTo(1);
        assertThat(escalated(due.plusDays(2), 0)).as("once").isZero();
        var now = given.now(order);
        assertThat(now.escalated()).isTrue();
        assertThat(now.state()).isEqualTo(OrderState.REQUESTED);
        assertThat(given.bean(OrderCodes.class)
                        .find(order.code(), "10.0.0.1")
                        .orElseThrow()
                        .life()
                        .getFirst()
                        .act())
                .isEqualTo(OrderAct.ESCALATE);
        given.database()
                .sql("update orders.service_order set due_on = due_on - 30")
                .update();
        var orders = given.bean(Orders.class);
        var league = GivenPlans.may(GivenPlans.CLERK, Right.READ_ORDERS, GivenFacts.BAOTOU);
        assertThat(orders.list(league, new Orders.Search(Orders.Only.LATE, null, "", null, null), 1, 10)
                        .orders())
                .extracting(ServiceOrder::id)
                .containsExactly(order.id());
        assertThat(orders.count(
                        GivenPlans.may(GivenPlans.CLERK, Right.DISPATCH_ORDERS, GivenFacts.BAOTOU),
                        Hand.COMMUNITY,
                        Orders.Only.LATE,
                        OrderState.REQUESTED))
                .isEqualTo(1);
        given.done(GivenOrders.community(Right.DISPATCH_ORDERS), order, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(given.now(order).escalated()).as("a new step, a new promise").isFalse();
        assertThat(given.database()
                        .sql(
                                "select count(*) from indicator.fact join indicator.kind on kind.id = fact.kind where code = 'ORDER_ANSWERED_IN_TIME'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
