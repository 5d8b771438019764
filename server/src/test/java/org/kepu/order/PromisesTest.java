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
        assertThat(at("2027-03-05T16:00:00Z").due(OrderState.SCHEDULED, Rule.USUAL))
                .isNull();
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
