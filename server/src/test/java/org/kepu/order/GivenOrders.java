package org.kepu.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.GivenFacts;
import org.kepu.order.supply.KeepingSuppliers;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders, teams and the hands that move them, in 昆都仑区, where nothing else is. */
public final class GivenOrders {

    private final ApplicationContext context;
    private final GivenFacts facts;
    private final AtomicInteger phones = new AtomicInteger();
    private final BodyId department;

    private GivenOrders(ApplicationContext context) {
        this.context = context;
        this.facts = GivenFacts.onCleanGround(context);
        this.department = facts.body(GivenFacts.KUNDULUN, "区卫健委");
    }

    public static GivenOrders onCleanGround(ApplicationContext context) {
        return new GivenOrders(context);
    }

    public GivenFacts facts() {
        return facts;
    }

    public BodyId department() {
        return department;
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    public Instant tomorrow() {
        return bean(Clock.class).instant().plus(Duration.ofDays(1));
    }

    /** What the clerk of 青松社区 may. */
    public static Scope community(Right right) {
        return GivenPlans.may(GivenPlans.CLERK, right, GivenFacts.COMMUNITY);
    }

    /** What the clerk of a body may. */
    public static Scope of(BodyId body, Right right) {
        var actor = new Actor(new UUID(1, body.value().getLeastSignificantBits()), Actor.Kind.STAFF, "经办人", null, "");
        return new Scope(actor, right, GivenPlans.may(right).day(), Set.of(), Set.of(body), Set.of());
    }

    /** A team of a body of its own, at home in the banner, which serves in all of it. */
    public Team team(String title, int capacity, String... subjects) {
        return team(title, GivenFacts.KUNDULUN, GivenFacts.KUNDULUN, capacity, subjects);
    }

    public Team team(String title, RegionCode home, RegionCode area, int capacity, String... subjects) {
        var body = facts.body(home, title + "所在单位");
        var id = new SupplierId(UUID.randomUUID());
        bean(KeepingSuppliers.class)
                .keep(
                        GivenPlans.may(Right.DISPATCH_ORDERS),
                        id,
                        new Supplier.Written(
                                Supplier.Kind.TEAM,
                                title,
                                "",
                                body,
                                home,
                                area,
                                subjects.length == 0 ? List.of("HEALTH") : List.of(subjects),
                                List.of(),
                                capacity,
                                true),
                        0);
        return new Team(id, body);
    }

    /** A team with the body for whose clerks it acts. */
    public record Team(SupplierId id, BodyId body) {

        public Scope may(Right right) {
            return of(body, right);
        }
    }

    public Wish wish(String key) {
        return wish(key, GivenFacts.COMMUNITY, "138%08d".formatted(phones.incrementAndGet()), null);
    }

    public Wish wish(String key, RegionCode region, String phone, @Nullable SupplierId wished) {
        return new Wish(
                region,
                "HEALTH",
                "想听怎么量血压",
                "ELDERS",
                30,
                today().plusDays(1),
                today().plusDays(20),
                "下午",
                wished,
                "青松社区一楼 3 栋 201",
                "要轮椅坡道",
                "王秀英",
                new PhoneNumber(phone),
                Wish.Channel.WEB,
                key,
                null);
    }

    /** An order that somebody asked for themselves. */
    public ServiceOrder asked() {
        return made(bean(Requesting.class).request(wish(UUID.randomUUID().toString())));
    }

    public static ServiceOrder made(Requested outcome) {
        return ((Requested.Made) outcome).order();
    }

    public Handled act(Scope scope, ServiceOrder order, OrderAct act, Said said) {
        return bean(Handling.class).act(scope, order.id(), act, null, said);
    }

    /** It must be done. */
    public ServiceOrder done(Scope scope, ServiceOrder order, OrderAct act, Said said) {
        return ((Handled.Done) act(scope, order, act, said)).now();
    }

    /** Whoever asked does it; it must be done. */
    public ServiceOrder done(ServiceOrder order, OrderAct act, Said said) {
        return ((Handled.Done) bean(OrderCodes.class).act(order.code(), act, null, said, "10.1.1.1")).now();
    }

    /** Offered to all whom it suits, with nobody's claim but the department's. */
    public ServiceOrder offered() {
        return offered(null);
    }

    /** Offered to a team. */
    public ServiceOrder offered(@Nullable SupplierId to) {
        var order = asked();
        done(community(Right.DISPATCH_ORDERS), order, OrderAct.ACCEPT, Said.NOTHING);
        done(community(Right.DISPATCH_ORDERS), order, OrderAct.DISPATCH, Said.to(department, null));
        return done(of(department, Right.CLAIM_ORDERS), order, OrderAct.CLAIM, Said.to(null, to));
    }

    /** Taken by the team, with a time. */
    public ServiceOrder scheduled(Team team) {
        var order = offered(team.id());
        done(team.may(Right.TAKE_ORDERS), order, OrderAct.TAKE, Said.NOTHING);
        return done(team.may(Right.TAKE_ORDERS), order, OrderAct.SCHEDULE, Said.at(tomorrow(), 60, ""));
    }

    /** The agreed time of all that have one has come. */
    public void begin() {
        database()
                .sql("update orders.service_order set starts_at = :now where state = 'SCHEDULED'")
                .param("now", OrderRows.at(bean(Clock.class).instant()))
                .update();
    }

    /** Served, not confirmed yet. */
    public ServiceOrder served(Team team) {
        var scheduled = scheduled(team);
        begin();
        return done(team.may(Right.TAKE_ORDERS), scheduled, OrderAct.SERVE, Said.served(today(), 28, 60));
    }

    /** As it stands now. */
    public ServiceOrder now(ServiceOrder order) {
        return bean(Orders.class)
                .find(GivenPlans.may(Right.READ_ORDERS), order.id())
                .orElseThrow();
    }

    /** What is done while others have every turn to take an order. */
    public <T> T whileOthersTake(java.util.function.Supplier<T> during) {
        return bean(TakingTurns.class).inTurn(() -> whileOthersTake(during)).orElseGet(during);
    }
}
