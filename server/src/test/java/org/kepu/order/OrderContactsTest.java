package org.kepu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.access.Standing;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.Contact;
import org.kepu.privacy.FullValues;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Reading;
import org.kepu.privacy.ReadingFullValues;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who asked is known to those who need it, one value at a time and for a purpose, while the order goes on; then it goes. */
@OnPostgres
class OrderContactsTest {

    private static final Set<String> FIELDS =
            Set.of(OrderContacts.NAME, OrderContacts.PHONE, OrderContacts.PLACE, OrderContacts.NEEDS);

    @Autowired
    ApplicationContext context;

    @Autowired
    ReadingFullValues reading;

    GivenOrders given;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
    }

    private Reading read(Scope scope, ServiceOrder order, String field) {
        return reading.read(scope, field, order.id().value(), OrdersAsPersons.PURPOSE);
    }

    @Test
    void in_the_database_nothing_of_whoever_asked_stands_in_clear() {
        given.asked();
        assertThat(given.database()
                        .sql("select service_order::text from orders.service_order")
                        .query(String.class)
                        .single())
                .contains("想听怎么量血压")
                .doesNotContain("王秀英", "1380000", "栋 201", "轮椅");
    }

    @Test
    void the_community_reads_for_a_purpose_and_it_stands_on_the_trail() {
        var order = given.asked();
        var community = GivenOrders.community(Right.READ_ORDERS);
        assertThat(reading.read(community, OrderContacts.PHONE, order.id().value(), "好奇"))
                .isInstanceOf(Reading.NoPurpose.class);
        for (var field : FIELDS) {
            assertThat(((Reading.Shown) read(community, order, field)).value()).isNotBlank();
        }
        assertThat(given.database()
                        .sql("select count(*) from audit.entry where act = 'privacy.act.read' and object = :id")
                        .param("id", order.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(FIELDS.size());
        assertThat(reading.read(community, OrderContacts.NAME, order.id().value(), "orders")
                        .toString())
                .doesNotContain("王秀英");
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.READ_ORDERS, GivenFacts.OTHER_COMMUNITY);
        assertThatThrownBy(() -> read(neighbour, order, OrderContacts.PHONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_team_reads_only_of_orders_that_it_has_and_only_while_they_go_on() {
        var team = given.team("一队", 5);
        var other = given.team("二队", 5);
        var scope = team.may(Right.READ_ORDERS);
        var order = given.offered();
        assertThatThrownBy(() -> read(scope, order, OrderContacts.PHONE)).isInstanceOf(NotFound.class);
        given.done(team.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING);
        assertThat(((Reading.Shown) read(scope, order, OrderContacts.PLACE)).value())
                .isEqualTo("青松社区一楼 3 栋 201");
        assertThatThrownBy(() -> read(other.may(Right.READ_ORDERS), order, OrderContacts.PLACE))
                .isInstanceOf(NotFound.class);
        given.done(team.may(Right.TAKE_ORDERS), order, OrderAct.GIVE_BACK, Said.because("那天有会"));
        assertThatThrownBy(() -> read(scope, order, OrderContacts.PLACE)).isInstanceOf(NotFound.class);
        given.done(order, OrderAct.CANCEL, Said.because("不办了"));
        assertThatThrownBy(() -> read(GivenOrders.community(Right.READ_ORDERS), order, OrderContacts.PHONE))
                .isInstanceOf(NotFound.class);
    }

    /** Somebody at the desk with one role in the banner. */
    private Desk desk(Role role) {
        return given.bean(Standing.class)
                .desk(given.bean(GivenAccounts.class)
                        .with(role, GivenFacts.KUNDULUN)
                        .actor());
    }

    @Test
    void by_division_only_those_read_who_dispatch_or_claim_there() {
        var order = given.scheduled(given.team("一队", 5));
        var phone = context.getBean("orderPhone", FullValues.class);
        for (var role : List.of(Role.COMMUNITY_CLERK, Role.OFFICE_CLERK, Role.DEPARTMENT_CLERK)) {
            assertThat(phone.find(phone.within(desk(role)), order.id().value()))
                    .as(role.name())
                    .isPresent();
        }
        for (var role : List.of(Role.LEADER, Role.EXPERT, Role.VOLUNTEER_LEADER)) {
            assertThat(phone.find(phone.within(desk(role)), order.id().value()))
                    .as(role.name())
                    .isEmpty();
        }
    }

    @Test
    void a_team_named_to_a_department_and_a_team_that_is_done_read_nothing() {
        var team = given.team("一队", 5);
        var order = given.asked();
        given.done(GivenOrders.community(Right.DISPATCH_ORDERS), order, OrderAct.ACCEPT, Said.NOTHING);
        var dispatched = given.done(
                GivenOrders.community(Right.DISPATCH_ORDERS),
                order,
                OrderAct.DISPATCH,
                Said.to(given.department(), team.id()));
        assertThat(dispatched.supplier()).isNull();
        var scope = team.may(Right.READ_ORDERS);
        assertThatThrownBy(() -> read(scope, order, OrderContacts.PHONE)).isInstanceOf(NotFound.class);
        var served = given.served(team);
        assertThat(read(scope, served, OrderContacts.PHONE)).isInstanceOf(Reading.Shown.class);
        given.done(served, OrderAct.CONFIRM, Said.NOTHING);
        assertThatThrownBy(() -> read(scope, served, OrderContacts.PHONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_year_after_it_is_over_nobody_is_known_any_more_and_the_order_stays() {
        var open = given.asked();
        var over = given.asked();
        given.done(over, OrderAct.CANCEL, Said.because("王秀英不办了"));
        var old = given.bean(OldOrders.class);
        assertThat(old.removeOlderThan(Instant.parse("2020-01-01T00:00:00Z"))).isZero();
        assertThat(old.removeOlderThan(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(1);
        assertThat(given.database()
                        .sql("select id from orders.service_order where phone_print is not null and phone is not null")
                        .query(UUID.class)
                        .list())
                .containsExactly(open.id().value());
        assertThat(given.now(over).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(typed(over)).as("words may name somebody").isEmpty();
        assertThat(typed(open)).contains("想听怎么量血压", "下午");
    }

    private String typed(ServiceOrder order) {
        return given.database()
                .sql("""
                        select concat(words, wished_hours, comment, (select string_agg(e.words, '') from orders.event e
                                                                     where e.service_order = o.id))
                        from orders.service_order o where id = :id
                        """)
                .param("id", order.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void with_the_person_go_the_words_that_they_and_others_typed_and_before_that_they_are_told() {
        var own = new Subject(UUID.randomUUID(), List.of(new Contact("13800000001")));
        var order = given.asked();
        var other = given.asked();
        for (var one : List.of(order, other)) {
            given.done(one, OrderAct.CANCEL, Said.because("王秀英不办了"));
        }
        var persons = given.bean(OrdersAsPersons.class);
        assertThat(persons.find(own)).extracting(PersonalData.Held::value).contains("想听怎么量血压", "下午", "王秀英不办了", "王秀英");
        persons.erase(own);
        assertThat(typed(order)).isEmpty();
        assertThat(typed(other)).isEqualTo("想听怎么量血压下午王秀英不办了");
        assertThat(persons.left(own)).isZero();
    }
}
