package org.kepu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.guard.Limits;
import org.kepu.indicator.GivenFacts;
import org.kepu.notice.SentMessages;
import org.kepu.order.supply.KeepingSuppliers;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Orders from asking to closing: by the right hands, once, with a line and a row for each change, and facts in the end. */
@OnPostgres
class OrdersTest {

    @Autowired
    ApplicationContext context;

    GivenOrders given;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
        given.database().sql("delete from guard.attempt").update();
    }

    private static Scope clerk() {
        return GivenOrders.community(Right.DISPATCH_ORDERS);
    }

    private static Refusal why(Handled outcome) {
        return ((Handled.Refused) outcome).why();
    }

    private List<OrderAct> life(ServiceOrder order) {
        return given.bean(OrderCodes.class).find(order.code(), "10.0.0.1").orElseThrow().life().reversed().stream()
                .map(Happened::act)
                .toList();
    }

    private int facts(String kind) {
        return given.database()
                .sql("""
                        select count(*) from indicator.fact join indicator.kind on kind.id = fact.kind
                        where kind.code = :kind and weight > 0
                        """)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_order_goes_from_hand_to_hand_until_it_is_rated_and_each_change_is_one_line_and_one_row() {
        var team = given.team("一队", 5);
        var order = given.served(team);
        assertThat(facts("ORDER_SERVED")).as("not before both sides confirm").isZero();
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        var closed = given.done(order, OrderAct.RATE, Said.rated(5, "讲得明白"));
        assertThat(closed.state()).isEqualTo(OrderState.CLOSED);
        assertThat(closed.comment()).isEqualTo("讲得明白");
        var acts = List.of(
                OrderAct.REQUEST,
                OrderAct.ACCEPT,
                OrderAct.DISPATCH,
                OrderAct.CLAIM,
                OrderAct.TAKE,
                OrderAct.SCHEDULE,
                OrderAct.SERVE,
                OrderAct.CONFIRM,
                OrderAct.RATE);
        assertThat(life(order)).isEqualTo(acts);
        assertThat(given.database()
                        .sql(
                                "select act from audit.entry where object_kind = 'order' and object = :id order by at, act")
                        .param("id", order.id().toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        acts.stream().map(OrderAct::messageKey).toList());
        assertThat(List.of(
                        facts("ORDER_REQUESTED"),
                        facts("ORDER_ANSWERED"),
                        facts("ORDER_ANSWERED_IN_TIME"),
                        facts("ORDER_SERVED"),
                        facts("ORDER_UNMET")))
                .containsExactly(1, 1, 1, 1, 0);
        assertThat(given.database().sql("""
                        select attendances || ' ' || minutes || ' ' || region from indicator.fact
                        join indicator.kind on kind.id = fact.kind where kind.code = 'ORDER_SERVED'
                        """).query(String.class).single()).isEqualTo("28 60 " + GivenFacts.COMMUNITY);
        assertThat(given.database()
                        .sql("select served || ' ' || stars || ' ' || rated from orders.supplier")
                        .query(String.class)
                        .single())
                .isEqualTo("1 5 1");
    }

    @Test
    void asked_twice_with_one_key_it_is_one_order_and_another_request_with_it_is_refused() {
        var key = UUID.randomUUID().toString();
        var wish = given.wish(key, GivenFacts.COMMUNITY, "13800138000", null);
        var outcomes = together(8, person -> given.bean(Requesting.class).request(wish));
        assertThat(outcomes.stream()
                        .map(GivenOrders::made)
                        .map(ServiceOrder::code)
                        .distinct())
                .hasSize(1);
        assertThat(facts("ORDER_REQUESTED")).isEqualTo(1);
        var other = new Wish(
                wish.region(),
                wish.subject(),
                wish.words(),
                wish.audience(),
                wish.people() + 1,
                wish.from(),
                wish.to(),
                wish.hours(),
                wish.wished(),
                wish.place(),
                wish.needs(),
                wish.name(),
                wish.phone(),
                wish.channel(),
                key,
                null);
        assertThat(given.bean(Requesting.class).request(other))
                .isEqualTo(new Requested.Refused(Refusal.KEY_USED_OTHERWISE));
    }

    @Test
    void each_of_fifty_orders_is_taken_by_exactly_one_of_two_hundred_teams_that_press_at_once() {
        var teams =
                IntStream.range(0, 200).mapToObj(i -> given.team("队" + i, 50)).toList();
        var orders = IntStream.range(0, 50).mapToObj(i -> given.offered()).toList();
        var outcomes = together(200, person -> {
            var mine = teams.get(person);
            return IntStream.range(0, 10)
                    .mapToObj(i -> orders.get((person + i * 5) % orders.size()))
                    .map(order ->
                            given.act(mine.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.to(null, mine.id())))
                    .toList();
        });
        var all = outcomes.stream().flatMap(List::stream).toList();
        assertThat(all.stream().filter(Handled.Done.class::isInstance)).hasSize(50);
        assertThat(all.stream()
                        .filter(Handled.Refused.class::isInstance)
                        .map(OrdersTest::why)
                        .distinct())
                .containsExactly(Refusal.TAKEN_BY_OTHERS);
        assertThat(given.database().sql("""
                        select count(*) from orders.service_order o join orders.taking t on t.service_order = o.id
                        where o.state = 'TAKEN' and o.supplier = t.supplier
                        """).query(Integer.class).single()).isEqualTo(50);
        assertThat(given.database()
                        .sql("select count(*) from orders.event where act = 'TAKE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void a_team_that_presses_twice_has_it_once_and_takes_no_more_than_its_week_holds() {
        var team = given.team("一队", 2);
        var orders = IntStream.range(0, 4).mapToObj(i -> given.offered()).toList();
        var scope = team.may(Right.TAKE_ORDERS);
        var twice = together(6, person -> given.act(scope, orders.getFirst(), OrderAct.TAKE, Said.NOTHING));
        assertThat(twice).allMatch(Handled.Done.class::isInstance);
        var rest = together(9, person -> given.act(scope, orders.get(1 + person % 3), OrderAct.TAKE, Said.NOTHING));
        assertThat(given.database()
                        .sql("select count(*) from orders.taking")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(rest.stream().filter(Handled.Refused.class::isInstance).map(OrdersTest::why))
                .isNotEmpty()
                .containsOnly(Refusal.FULL_WEEK);
    }

    @Test
    void whoever_cannot_serve_gives_it_back_with_a_reason_and_others_are_suggested() {
        var first = given.team("一队", 5);
        var second = given.team("二队", 5);
        var order = given.offered(first.id());
        given.done(first.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING);
        assertThat(why(given.act(first.may(Right.TAKE_ORDERS), order, OrderAct.GIVE_BACK, Said.because(""))))
                .isEqualTo(Refusal.WITHOUT_REASON);
        assertThat(why(given.act(
                        first.may(Right.TAKE_ORDERS), order, OrderAct.GIVE_BACK, Said.because("请打 13800138000"))))
                .isEqualTo(Refusal.TELLS_TOO_MUCH);
        var pooled = given.done(first.may(Right.TAKE_ORDERS), order, OrderAct.GIVE_BACK, Said.because("那天有会"));
        assertThat(pooled.state()).isEqualTo(OrderState.POOLED);
        assertThat(pooled.supplier()).isNull();
        assertThat(
                        given
                                .bean(Suggesting.class)
                                .suggest(GivenOrders.community(Right.READ_ORDERS), order.id(), 5)
                                .stream()
                                .map(Suggestion::supplier))
                .containsExactly(second.id());
        assertThat(given.bean(Suggesting.class).passed(GivenOrders.community(Right.READ_ORDERS), order.id()))
                .as("told apart where one may choose anybody")
                .containsExactly(first.id());
        assertThat(given.bean(Suggesting.class)
                        .passed(
                                GivenPlans.may(GivenPlans.OTHER, Right.READ_ORDERS, GivenFacts.OTHER_COMMUNITY),
                                order.id()))
                .isEmpty();
        assertThat(given.bean(OrderCodes.class)
                        .find(order.code(), "10.0.0.1")
                        .orElseThrow()
                        .life()
                        .getFirst()
                        .words())
                .isEqualTo("那天有会");
        var scope = clerk();
        given.done(scope, order, OrderAct.DISPATCH, Said.to(given.department(), null));
        given.done(
                GivenOrders.of(given.department(), Right.CLAIM_ORDERS),
                order,
                OrderAct.CLAIM,
                Said.to(null, second.id()));
        assertThatThrownBy(
                        () -> given.act(second.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.to(null, first.id())))
                .isInstanceOf(NotFound.class);
        assertThat(given.done(second.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING)
                        .supplier())
                .isEqualTo(second.id());
    }

    @Test
    void what_is_offered_to_one_team_is_not_taken_by_another_and_what_is_offered_to_all_is_not_given_back() {
        var first = given.team("一队", 5);
        var second = given.team("二队", 5);
        var addressed = given.offered(first.id());
        assertThat(why(given.act(second.may(Right.TAKE_ORDERS), addressed, OrderAct.TAKE, Said.NOTHING)))
                .isEqualTo(Refusal.TAKEN_BY_OTHERS);
        var open = given.offered();
        assertThat(why(given.act(second.may(Right.TAKE_ORDERS), open, OrderAct.GIVE_BACK, Said.because("没有时间"))))
                .isEqualTo(Refusal.NOT_ADDRESSED);
    }

    @Test
    void a_neighbour_neither_sees_nor_moves_it_nor_takes_it() {
        var elsewhere = given.team("邻区队", GivenFacts.QINGSHAN, GivenFacts.QINGSHAN, 5, "HEALTH");
        var order = given.offered();
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.DISPATCH_ORDERS, GivenFacts.OTHER_COMMUNITY);
        var reads = GivenPlans.may(GivenPlans.OTHER, Right.READ_ORDERS, GivenFacts.OTHER_COMMUNITY);
        var orders = given.bean(Orders.class);
        assertThat(orders.list(reads, Orders.Search.OPEN, 1, 10).orders()).isEmpty();
        assertThat(orders.find(reads, order.id())).isEmpty();
        assertThat(orders.list(GivenOrders.community(Right.READ_ORDERS), Orders.Search.OPEN, 1, 10)
                        .orders())
                .extracting(ServiceOrder::id)
                .containsExactly(order.id());
        assertThatThrownBy(() -> given.act(neighbour, order, OrderAct.RECALL, Said.because("改派")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.act(elsewhere.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING))
                .isInstanceOf(NotFound.class);
        assertThat(orders.list(elsewhere.may(Right.READ_ORDERS), Orders.Search.OPEN, 1, 10)
                        .total())
                .isZero();
        assertThatThrownBy(() -> given.bean(Requesting.class).requestFor(neighbour, given.wish("k")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void where_nobody_claims_it_goes_straight_to_the_teams() {
        var usual = Rule.USUAL;
        given.bean(Rules.class)
                .set(
                        GivenPlans.may(Right.DISPATCH_ORDERS),
                        GivenFacts.STREET,
                        new Rule(null, false, usual.days(), usual.weights(), 0));
        var order = given.asked();
        given.done(clerk(), order, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(given.done(clerk(), order, OrderAct.DISPATCH, Said.NOTHING).state())
                .isEqualTo(OrderState.OFFERED);
        assertThat(given.bean(Rules.class).in(GivenFacts.OTHER_COMMUNITY).claims())
                .isTrue();
        assertThat(given.bean(Rules.class)
                        .set(
                                GivenPlans.may(Right.DISPATCH_ORDERS),
                                GivenFacts.STREET,
                                new Rule(null, true, usual.days(), usual.weights(), 0)))
                .as("somebody has set it meanwhile")
                .isFalse();
    }

    @Test
    void whoever_dispatches_may_ask_one_team_at_once_though_departments_claim() {
        var team = given.team("一队", 5);
        var other = given.team("二队", 5);
        var far = given.team("外盟市队", new RegionCode("152524"), new RegionCode("152524"), 5, "HEALTH");
        var order = given.asked();
        given.done(clerk(), order, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(why(given.act(clerk(), order, OrderAct.DISPATCH, Said.NOTHING)))
                .as("it is the department that offers to all")
                .isEqualTo(Refusal.NOBODY);
        assertThat(why(given.act(clerk(), order, OrderAct.DISPATCH, Said.to(null, far.id()))))
                .isEqualTo(Refusal.NOBODY);
        assertThat(given.done(clerk(), order, OrderAct.DISPATCH, Said.to(null, team.id())))
                .extracting(ServiceOrder::state, ServiceOrder::supplier, ServiceOrder::department)
                .containsExactly(OrderState.OFFERED, team.id(), null);
        assertThatThrownBy(
                        () -> given.act(other.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.to(null, team.id())))
                .isInstanceOf(NotFound.class);
        assertThat(why(given.act(other.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING)))
                .isEqualTo(Refusal.TAKEN_BY_OTHERS);
        assertThat(given.done(team.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING)
                        .state())
                .isEqualTo(OrderState.TAKEN);
        var second = given.asked();
        given.done(clerk(), second, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(given.done(clerk(), second, OrderAct.DISPATCH, Said.to(given.department(), team.id())))
                .as("a department that is named claims first")
                .extracting(ServiceOrder::state, ServiceOrder::supplier, ServiceOrder::department)
                .containsExactly(OrderState.DISPATCHED, null, given.department());
    }

    @Test
    void an_act_on_an_order_that_has_moved_is_told_so() {
        var order = given.asked();
        var handling = given.bean(Handling.class);
        var outcomes = together(
                6, person -> handling.act(clerk(), order.id(), OrderAct.ACCEPT, order.version(), Said.NOTHING));
        assertThat(outcomes.stream().filter(Handled.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Handled.Refused.class::isInstance).map(OrdersTest::why))
                .hasSize(5)
                .containsOnly(Refusal.OVERTAKEN);
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        var team = given.team("一队", 5);
        var scheduled = given.scheduled(team);
        var scope = team.may(Right.TAKE_ORDERS);
        assertThat(why(given.act(
                        scope,
                        scheduled,
                        OrderAct.RESCHEDULE,
                        Said.at(given.tomorrow().minusSeconds(172_800), 60, ""))))
                .isEqualTo(Refusal.BAD_TIME);
        assertThat(why(given.act(scope, scheduled, OrderAct.RESCHEDULE, Said.at(given.tomorrow(), 5, ""))))
                .isEqualTo(Refusal.BAD_TIME);
        assertThat(why(given.act(
                        scope,
                        scheduled,
                        OrderAct.SERVE,
                        Said.served(given.today().plusDays(1), 3, 60))))
                .isEqualTo(Refusal.BAD_OUTCOME);
        assertThat(why(given.act(scope, scheduled, OrderAct.SERVE, Said.served(given.today(), 12, 60))))
                .as("before the day of its start")
                .isEqualTo(Refusal.BAD_OUTCOME);
        given.begin();
        for (var late : List.of(OrderAct.CANCEL, OrderAct.ASK_OTHER_TIME)) {
            assertThat(why(given.bean(OrderCodes.class)
                            .act(scheduled.code(), late, null, Said.because("不方便"), "10.1.1.1")))
                    .isEqualTo(Refusal.BEGUN);
        }
        assertThat(why(given.act(scope, scheduled, OrderAct.SERVE, Said.served(given.today(), -1, 60))))
                .isEqualTo(Refusal.BAD_OUTCOME);
        assertThat(why(given.act(scope, scheduled, OrderAct.CLAIM, Said.NOTHING)))
                .isEqualTo(Refusal.NOT_YOURS);
        var served = given.done(scope, scheduled, OrderAct.SERVE, Said.served(given.today(), 12, 60));
        given.done(served, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(why(given.act(clerk(), served, OrderAct.RATE, Said.rated(6, ""))))
                .isEqualTo(Refusal.BAD_MARK);
        given.done(clerk(), served, OrderAct.RATE, Said.rated(3, ""));
        assertThat(why(given.act(clerk(), served, OrderAct.CANCEL, Said.because("不要了"))))
                .isEqualTo(Refusal.OVER);
        var fresh = given.asked();
        assertThat(why(given.act(clerk(), fresh, OrderAct.DISPATCH, Said.to(given.department(), null))))
                .isEqualTo(Refusal.NOT_NOW);
        given.done(clerk(), fresh, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(why(given.act(clerk(), fresh, OrderAct.DISPATCH, Said.NOTHING)))
                .isEqualTo(Refusal.NOBODY);
    }

    /** What counts of services: how many came in all. */
    private int came() {
        return given.database().sql("""
                        select coalesce(sum(attendances), 0) from indicator.fact join indicator.kind on kind.id = fact.kind
                        where kind.code = 'ORDER_SERVED'
                        """).query(Integer.class).single();
    }

    @Test
    void a_slip_in_what_was_served_is_put_right_with_a_reason_until_it_is_closed_and_what_counts_follows() {
        var team = given.team("一队", 5);
        var scope = team.may(Right.TAKE_ORDERS);
        var order = given.served(team);
        var right = Said.amended(given.today(), 82, 50, "数字写反了");
        assertThat(why(given.act(scope, order, OrderAct.AMEND, Said.amended(given.today(), 82, 50, ""))))
                .isEqualTo(Refusal.WITHOUT_REASON);
        assertThat(why(given.act(scope, order, OrderAct.AMEND, Said.amended(given.today(), -1, 50, "写反了"))))
                .isEqualTo(Refusal.BAD_OUTCOME);
        var due = given.now(order).due();
        var amended = given.done(scope, order, OrderAct.AMEND, right);
        assertThat(amended)
                .extracting(
                        ServiceOrder::state,
                        ServiceOrder::came,
                        ServiceOrder::minutes,
                        ServiceOrder::servedMinutes,
                        ServiceOrder::due)
                .containsExactly(OrderState.SERVED, 82, 60, 50, due);
        assertThat(came()).as("not confirmed yet").isZero();
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(came()).isEqualTo(82);
        given.done(clerk(), order, OrderAct.AMEND, Said.amended(given.today(), 28, 60, "电话核实是 28 人"));
        assertThat(came()).as("to be confirmed anew").isZero();
        assertThat(given.bean(OrderCodes.class)
                        .find(order.code(), "10.0.0.1")
                        .orElseThrow()
                        .life()
                        .getFirst())
                .extracting(Happened::act, Happened::words, Happened::state)
                .containsExactly(OrderAct.AMEND, "电话核实是 28 人", OrderState.SERVED);
        assertThat(given.database()
                        .sql(
                                "select changes::text || reason from audit.entry where act = 'order.act.AMEND' and object = :id order by at desc limit 1")
                        .param("id", order.id().toString())
                        .query(String.class)
                        .single())
                .contains("order.came", "82", "28", "电话核实");
        assertThat(why(given.act(clerk(), order, OrderAct.CONFIRM, Said.NOTHING)))
                .as("by the hand that wrote the number")
                .isEqualTo(Refusal.OWN_SERVICE);
        assertThat(why(given.bean(OrderCodes.class)
                        .act(order.code(), OrderAct.CONFIRM, order.version(), Said.NOTHING, "10.0.0.1")))
                .as("of numbers that were changed since they were read")
                .isEqualTo(Refusal.OVERTAKEN);
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(came()).isEqualTo(28);
        assertThat(facts("ORDER_SERVED")).as("told, taken back, told anew").isEqualTo(2);
        given.done(order, OrderAct.RATE, Said.rated(5, ""));
        assertThat(why(given.act(clerk(), order, OrderAct.AMEND, right))).isEqualTo(Refusal.OVER);
    }

    @Test
    void whoever_put_a_service_right_does_not_confirm_it_and_no_neighbour_puts_it_right() {
        var order = given.served(given.team("一队", 5));
        given.done(clerk(), order, OrderAct.AMEND, Said.amended(given.today(), 30, 60, "电话问过"));
        assertThat(why(given.act(clerk(), order, OrderAct.CONFIRM, Said.NOTHING)))
                .isEqualTo(Refusal.OWN_SERVICE);
        var other = given.team("二队", 5);
        assertThatThrownBy(() -> given.act(
                        other.may(Right.TAKE_ORDERS), order, OrderAct.AMEND, Said.amended(given.today(), 1, 60, "改一改")))
                .isInstanceOf(NotFound.class);
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
    }

    @Test
    void a_service_written_down_by_mistake_is_taken_back_and_counts_nowhere_until_it_is_served() {
        var team = given.team("一队", 5);
        var order = given.served(team);
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        var back = given.done(team.may(Right.TAKE_ORDERS), order, OrderAct.TAKE_BACK, Said.because("登记到别的单上了"));
        assertThat(back.state()).isEqualTo(OrderState.SCHEDULED);
        assertThat(back.came()).isNull();
        assertThat(back.due()).as("it is awaited again").isAfter(given.today());
        assertThat(came()).isZero();
        assertThat(served()).isEqualTo("0 ");
        given.done(team.may(Right.TAKE_ORDERS), order, OrderAct.SERVE, Said.served(given.today(), 31, 60));
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(came()).isEqualTo(31);
        assertThat(served()).isEqualTo("1 " + given.today());
    }

    @Test
    void what_is_taken_back_is_agreed_as_long_as_it_was_and_what_counts_is_how_long_it_took() {
        var team = given.team("一队", 5);
        var scope = team.may(Right.TAKE_ORDERS);
        var order = given.scheduled(team);
        given.begin();
        var served = given.done(scope, order, OrderAct.SERVE, Said.served(given.today(), 28, 45));
        assertThat(served)
                .extracting(ServiceOrder::minutes, ServiceOrder::servedMinutes)
                .containsExactly(60, 45);
        assertThat(given.done(scope, order, OrderAct.TAKE_BACK, Said.because("登记到别的单上了")))
                .extracting(ServiceOrder::minutes, ServiceOrder::servedMinutes)
                .containsExactly(60, null);
        given.done(scope, order, OrderAct.SERVE, Said.served(given.today(), 28, 75));
        given.done(order, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(given.database().sql("""
                        select sum(minutes) from indicator.fact join indicator.kind on kind.id = fact.kind
                        where kind.code = 'ORDER_SERVED'
                        """).query(Integer.class).single()).isEqualTo(75);
        assertThat(given.now(order).minutes()).isEqualTo(60);
        assertThat(given.database()
                        .sql("select changes::text from audit.entry where act = 'order.act.TAKE_BACK' and object = :id")
                        .param("id", order.id().toString())
                        .query(String.class)
                        .single())
                .contains("order.served.minutes", "45")
                .doesNotContain("order.minutes");
    }

    private String served() {
        return given.database()
                .sql("select concat(served, ' ', last_served) from orders.supplier")
                .query(String.class)
                .single();
    }

    @Test
    void where_nobody_suits_one_from_elsewhere_in_the_league_can_be_asked_and_no_one_from_another() {
        var elsewhere = given.team("邻区队", GivenFacts.QINGSHAN, GivenFacts.QINGSHAN, 5, "HEALTH");
        var far = given.team("外盟市队", new RegionCode("152524"), new RegionCode("152524"), 5, "HEALTH");
        var order = given.offered();
        given.done(clerk(), order, OrderAct.RECALL, Said.because("没有合适的"));
        given.done(clerk(), order, OrderAct.DISPATCH, Said.to(given.department(), null));
        var department = GivenOrders.of(given.department(), Right.CLAIM_ORDERS);
        assertThat(why(given.act(department, order, OrderAct.CLAIM, Said.to(null, far.id()))))
                .isEqualTo(Refusal.NOBODY);
        given.done(department, order, OrderAct.CLAIM, Said.to(null, elsewhere.id()));
        assertThat(given.bean(Suppliers.class).nearby(order.way(), 9))
                .extracting(Supplier::id)
                .containsExactly(elsewhere.id());
        assertThat(given.done(elsewhere.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING)
                        .supplier())
                .isEqualTo(elsewhere.id());
    }

    @Test
    void who_belongs_to_several_teams_that_serve_there_is_asked_for_which_they_take_it() {
        var first = given.team("一队", 5);
        var second = given.team("二队", 5);
        var both = new Scope(
                first.may(Right.TAKE_ORDERS).actor(),
                Right.TAKE_ORDERS,
                given.today(),
                Set.of(),
                Set.of(first.body(), second.body()),
                Set.of());
        var open = given.offered();
        assertThat(why(given.act(both, open, OrderAct.TAKE, Said.NOTHING))).isEqualTo(Refusal.WHICH_TEAM);
        assertThat(given.done(both, open, OrderAct.TAKE, Said.to(null, second.id()))
                        .supplier())
                .isEqualTo(second.id());
        assertThat(given.done(both, open, OrderAct.TAKE, Said.NOTHING).supplier())
                .as("pressed twice")
                .isEqualTo(second.id());
        var addressed = given.offered(first.id());
        assertThat(given.done(both, addressed, OrderAct.TAKE, Said.NOTHING).supplier())
                .as("it was asked")
                .isEqualTo(first.id());
    }

    @Test
    void given_up_untaken_after_a_step_was_late_it_counts_as_unmet_though_the_next_promise_still_holds() {
        var order = given.asked();
        given.database()
                .sql("update orders.service_order set due_on = due_on - 30")
                .update();
        given.bean(Escalating.class).run();
        given.done(clerk(), order, OrderAct.ACCEPT, Said.NOTHING);
        assertThat(given.now(order).isLate(given.today())).isFalse();
        given.done(order, OrderAct.CANCEL, Said.because("等太久"));
        assertThat(facts("ORDER_UNMET")).isEqualTo(1);
    }

    @Test
    void what_whoever_asked_says_is_handed_on_by_those_alone_who_dispatch_it() {
        var order = given.asked();
        var handling = given.bean(Handling.class);
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.DISPATCH_ORDERS, GivenFacts.OTHER_COMMUNITY);
        var cancel = Said.because("不办了");
        assertThat(why(handling.actFor(neighbour, order.id(), OrderAct.CANCEL, null, cancel)))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(why(handling.actFor(clerk(), order.id(), OrderAct.CANCEL, 7, cancel)))
                .isEqualTo(Refusal.OVERTAKEN);
        assertThat(handling.actFor(clerk(), order.id(), OrderAct.CANCEL, order.version(), cancel))
                .isInstanceOf(Handled.Done.class);
    }

    @Test
    void days_of_absence_are_removed_by_those_of_the_division() {
        var team = given.team("一队", 5);
        var keeping = given.bean(KeepingSuppliers.class);
        var keeper = GivenPlans.may(Right.DISPATCH_ORDERS);
        keeping.goAway(keeper, team.id(), given.today(), given.today().plusDays(60));
        var absence = keeping.away(keeper, team.id()).getFirst().id();
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.DISPATCH_ORDERS, GivenFacts.OTHER_COMMUNITY);
        assertThatThrownBy(() -> keeping.comeBack(neighbour, team.id(), absence))
                .isInstanceOf(NotFound.class);
        keeping.comeBack(keeper, team.id(), absence);
        keeping.comeBack(keeper, team.id(), absence);
        assertThat(keeping.away(keeper, team.id())).isEmpty();
        assertThat(given.database()
                        .sql("select count(*) from audit.entry where act = 'order.act.supplier-back' and object = :id")
                        .param("id", team.id().toString())
                        .query(Integer.class)
                        .single())
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void whoever_served_confirms_and_rates_for_nobody() {
        var team = given.team("一队", 5);
        var order = given.served(team);
        var served = team.may(Right.TAKE_ORDERS).actor();
        var both = GivenPlans.may(served, Right.DISPATCH_ORDERS, GivenFacts.COMMUNITY);
        assertThat(why(given.act(both, order, OrderAct.CONFIRM, Said.NOTHING))).isEqualTo(Refusal.OWN_SERVICE);
        given.done(clerk(), order, OrderAct.CONFIRM, Said.NOTHING);
        assertThat(why(given.act(both, order, OrderAct.RATE, Said.rated(5, ""))))
                .isEqualTo(Refusal.OWN_SERVICE);
        given.done(clerk(), order, OrderAct.RATE, Said.rated(5, ""));
    }

    @Test
    void a_time_that_was_told_and_does_not_hold_any_more_is_told_too_but_not_to_whoever_gave_it_up() {
        var team = given.team("一队", 5);
        var sent = new SentMessages(given.database(), given.bean(Vault.class));
        sent.clear();
        given.scheduled(team);
        var recalled = given.scheduled(team);
        given.done(clerk(), recalled, OrderAct.RECALL, Said.because("队伍有变"));
        assertThat(sent.to("13800000002").getLast()).contains("不能按时办了", recalled.spelled());
        assertThat(sent.to("13800000001")).noneMatch(text -> text.contains("不能按时办了"));
        var own = given.scheduled(team);
        given.done(own, OrderAct.ASK_OTHER_TIME, Said.because("那天有事"));
        assertThat(sent.to("13800000003")).noneMatch(text -> text.contains("不能按时办了"));
    }

    @Test
    void a_number_is_believed_five_times_a_day_from_wherever() {
        var limits = given.bean(Limits.class);
        var phone = new PhoneNumber("13800138000");
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> OrderLimit.ofForm(GivenFacts.COMMUNITY, phone, "10.2.0." + i).stream()
                                .allMatch(one -> limits.admits(one.limit(), one.subject()))))
                .containsExactly(true, true, true, true, true, false);
    }

    @Test
    void a_service_that_did_not_take_place_counts_nowhere_and_is_dispatched_anew() {
        var team = given.team("一队", 5);
        var order = given.served(team);
        var pooled = given.done(order, OrderAct.DISPUTE, Said.because("没有来人"));
        assertThat(pooled.state()).isEqualTo(OrderState.POOLED);
        assertThat(pooled.came()).isNull();
        assertThat(facts("ORDER_SERVED")).isZero();
        assertThat(given.database()
                        .sql("select count(*) from orders.taking")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_nobody_can_serve_counts_as_unmet_once_by_place_and_subject() {
        var refused = given.asked();
        given.done(clerk(), refused, OrderAct.REFUSE, Said.unmet("没有会讲的队伍"));
        var waited = given.asked();
        given.done(clerk(), waited, OrderAct.ACCEPT, Said.NOTHING);
        given.database()
                .sql("update orders.service_order set due_on = due_on - 30 where state = 'ACCEPTED'")
                .update();
        given.asked();
        var unmet = given.bean(Unmet.class);
        var all = GivenPlans.may(Right.READ_ORDERS);
        assertThat(unmet.in(all, GivenFacts.KUNDULUN, given.today(), given.today()))
                .containsExactly(new Unmet.Cell(GivenFacts.STREET.value(), "HEALTH", 1, 1, 3));
        given.done(waited, OrderAct.CANCEL, Said.because("等太久"));
        assertThat(facts("ORDER_UNMET")).isEqualTo(2);
        assertThat(unmet.in(all, GivenFacts.COMMUNITY, given.today(), given.today()))
                .containsExactly(new Unmet.Cell(GivenFacts.COMMUNITY.value(), "HEALTH", 2, 0, 3));
        assertThatThrownBy(() -> unmet.in(
                        GivenPlans.may(GivenPlans.OTHER, Right.READ_ORDERS, new RegionCode("150204")),
                        GivenFacts.KUNDULUN,
                        given.today(),
                        given.today()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void suggestions_follow_subject_nearness_load_rating_and_turn_as_the_division_weighs_them() {
        var here = given.team("社区队", GivenFacts.COMMUNITY, GivenFacts.KUNDULUN, 2, "HEALTH");
        var banner = given.team("区队", 2, "HEALTH");
        given.team("航天队", 2, "SPACE");
        given.team("邻区队", GivenFacts.QINGSHAN, GivenFacts.QINGSHAN, 2, "HEALTH");
        var order = given.offered();
        assertThat(suggested(order)).as("subject, then nearness").containsExactly("社区队", "区队", "航天队");
        given.database()
                .sql("update orders.supplier set served = 1, last_served = :today where title = '社区队'")
                .param("today", given.today())
                .update();
        weigh(new Rule.Weights(0, 0, 0, 0, 100));
        assertThat(suggested(order).getLast()).as("the last served waits").isEqualTo("社区队");
        weigh(new Rule.Weights(0, 0, 0, 100, 0));
        given.database()
                .sql("update orders.supplier set stars = 10, rated = 2 where title = '航天队'")
                .update();
        assertThat(suggested(order).getFirst()).isEqualTo("航天队");
        weigh(new Rule.Weights(0, 0, 100, 0, 0));
        given.done(banner.may(Right.TAKE_ORDERS), given.offered(banner.id()), OrderAct.TAKE, Said.NOTHING);
        assertThat(suggested(order).getLast()).isEqualTo("区队");
        given.done(banner.may(Right.TAKE_ORDERS), given.offered(banner.id()), OrderAct.TAKE, Said.NOTHING);
        assertThat(suggested(order)).as("its week is full").doesNotContain("区队");
        var keeping = given.bean(KeepingSuppliers.class);
        var clerk = GivenPlans.may(Right.DISPATCH_ORDERS);
        keeping.goAway(clerk, here.id(), given.today(), given.today().plusDays(60));
        assertThat(suggested(order)).as("away on all the wished days").containsExactly("航天队");
        assertThat(keeping.goAway(clerk, here.id(), given.today(), given.today()))
                .isEqualTo(KeepingSuppliers.Kept.ALREADY_AWAY);
    }

    private List<String> suggested(ServiceOrder order) {
        return given.bean(Suggesting.class).suggest(GivenOrders.community(Right.READ_ORDERS), order.id(), 9).stream()
                .map(Suggestion::title)
                .toList();
    }

    private void weigh(Rule.Weights weights) {
        var rules = given.bean(Rules.class);
        var now = rules.in(GivenFacts.KUNDULUN);
        assertThat(rules.set(
                        GivenPlans.may(Right.DISPATCH_ORDERS),
                        GivenFacts.KUNDULUN,
                        new Rule(null, true, Rule.USUAL.days(), weights, now.version())))
                .isTrue();
    }

    @Test
    void wrong_codes_from_one_address_shut_it_and_a_right_one_is_not_answered_then() {
        var order = given.asked();
        var codes = given.bean(OrderCodes.class);
        for (int i = 0; i < OrderLimit.WRONG_CODES_OF_ORDERS.times() + 1; i++) {
            assertThat(codes.find("%012d".formatted(i), "10.9.9.9")).isEmpty();
        }
        assertThat(codes.find(order.code(), "10.9.9.9")).isEmpty();
        assertThat(codes.find(order.spelled(), "10.9.9.8")).isPresent();
        assertThatThrownBy(() -> codes.act(order.code(), OrderAct.CANCEL, null, Said.because("不要了"), "10.9.9.9"))
                .isInstanceOf(NotFound.class);
        assertThat(given.now(order).state()).isEqualTo(OrderState.REQUESTED);
    }
}
