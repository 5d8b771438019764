package org.kepu.order.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.order.Handled;
import org.kepu.order.Handling;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderState;
import org.kepu.order.Orders;
import org.kepu.order.Requested;
import org.kepu.order.Requesting;
import org.kepu.order.Said;
import org.kepu.order.Wish;
import org.kepu.order.supply.KeepingSuppliers;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Teams in three leagues and orders in every state (示例数据), each brought there by the acts that lead to it. Where there are orders, none is added. */
@Service
@Order(3)
class DemoOrders implements Demo {

    private static final int MINUTES = 60;

    /** By which acts an order comes to each state. */
    private static final Map<OrderState, List<OrderAct>> WAYS = ways();

    private final KeepingBodies bodies;
    private final KeepingSuppliers keeping;
    private final Requesting requesting;
    private final Handling handling;
    private final Orders orders;
    private final Clock clock;

    DemoOrders(
            KeepingBodies bodies,
            KeepingSuppliers keeping,
            Requesting requesting,
            Handling handling,
            Orders orders,
            Clock clock) {
        this.bodies = bodies;
        this.keeping = keeping;
        this.requesting = requesting;
        this.handling = handling;
        this.orders = orders;
        this.clock = clock;
    }

    private record Team(
            String title,
            Supplier.Kind kind,
            String region,
            String body,
            List<String> subjects,
            int capacity,
            String about) {}

    private record Row(
            String region,
            @Nullable String department,
            String subject,
            String words,
            String audience,
            int people,
            String place,
            String name,
            String phone,
            @Nullable String team,
            OrderState until,
            @Nullable String because,
            @Nullable Integer came,
            @Nullable Integer stars) {}

    private record Told(List<Team> teams, List<Row> orders) {}

    private static Map<OrderState, List<OrderAct>> ways() {
        var all = List.of(
                OrderAct.ACCEPT,
                OrderAct.DISPATCH,
                OrderAct.CLAIM,
                OrderAct.TAKE,
                OrderAct.SCHEDULE,
                OrderAct.SERVE,
                OrderAct.CONFIRM,
                OrderAct.RATE);
        var ways = new TreeMap<OrderState, List<OrderAct>>();
        ways.put(OrderState.REQUESTED, List.of());
        var states = List.of(
                OrderState.ACCEPTED,
                OrderState.DISPATCHED,
                OrderState.OFFERED,
                OrderState.TAKEN,
                OrderState.SCHEDULED,
                OrderState.SERVED,
                OrderState.CONFIRMED,
                OrderState.CLOSED);
        for (int i = 0; i < states.size(); i++) {
            ways.put(states.get(i), all.subList(0, i + 1));
        }
        ways.put(OrderState.POOLED, List.of(OrderAct.ACCEPT, OrderAct.DISPATCH, OrderAct.DECLINE));
        ways.put(OrderState.REFUSED, List.of(OrderAct.REFUSE));
        ways.put(OrderState.CANCELLED, List.of(OrderAct.CANCEL));
        return ways;
    }

    @Override
    public void load(Desk program) {
        var all = new Orders.Search(Orders.Only.ALL, null, "", null, null);
        if (orders.list(program.scope(Right.READ_ORDERS), all, 1, 1).total() > 0) {
            return;
        }
        var told = read();
        var teams = new TreeMap<String, SupplierId>();
        told.teams().forEach(team -> teams.put(team.title(), enter(program, team)));
        told.orders().forEach(row -> bring(program, row, row.team() == null ? null : teams.get(row.team())));
    }

    private SupplierId enter(Desk program, Team team) {
        var region = new RegionCode(team.region());
        var id = new SupplierId(UUID.randomUUID());
        keeping.keep(
                program.scope(Right.DISPATCH_ORDERS),
                id,
                new Supplier.Written(
                        team.kind(),
                        team.title(),
                        team.about(),
                        body(program, region, team.body()),
                        region,
                        region,
                        team.subjects(),
                        List.of(),
                        team.capacity(),
                        true),
                0);
        return id;
    }

    private BodyId body(Desk program, RegionCode region, String name) {
        return bodies.register(program.scope(Right.KEEP_BODIES), region, name, BodyKind.guess(name))
                .id();
    }

    private void bring(Desk program, Row row, @Nullable SupplierId team) {
        var today = LocalDate.now(clock);
        var wish = new Wish(
                new RegionCode(row.region()),
                row.subject(),
                row.words(),
                row.audience(),
                row.people(),
                today.plusDays(3),
                today.plusDays(30),
                "",
                null,
                row.place(),
                "",
                row.name(),
                new PhoneNumber(row.phone()),
                Wish.Channel.PHONE,
                "demo-" + row.phone(),
                program.actor());
        if (!(requesting.requestFor(program.scope(Right.DISPATCH_ORDERS), wish) instanceof Requested.Made(var order))) {
            throw new IllegalStateException("a demo order is refused");
        }
        for (var act : Objects.requireNonNull(WAYS.get(row.until()))) {
            var hand = orders.handOf(program.scope(Right.READ_ORDERS), program, act, order.id())
                    .orElseThrow();
            var outcome = handling.act(hand, order.id(), act, null, said(program, row, act, team));
            if (outcome instanceof Handled.Refused(var why)) {
                throw new IllegalStateException("a demo order is not moved: " + act + " " + why);
            }
        }
    }

    private Said said(Desk program, Row row, OrderAct act, @Nullable SupplierId team) {
        var because = row.because() == null ? "" : row.because();
        return switch (act) {
            case DISPATCH ->
                Said.to(
                        row.department() == null ? null : body(program, new RegionCode(row.region()), row.department()),
                        null);
            case CLAIM, TAKE -> Said.to(null, team);
            case SCHEDULE ->
                Said.at(row.came() == null ? clock.instant().plus(Duration.ofDays(5)) : today(), MINUTES, "");
            case SERVE -> Said.served(LocalDate.now(clock), row.came(), MINUTES);
            case RATE -> Said.rated(row.stars(), "");
            case REFUSE -> Said.unmet(because);
            default -> Said.because(because);
        };
    }

    /** A minute from now, or what is left of the day: what is served today was agreed for today. */
    private Instant today() {
        var soon = clock.instant().plus(Duration.ofMinutes(1));
        var end = LocalDate.now(clock)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .minusSeconds(1);
        return soon.isBefore(end) ? soon : end;
    }

    private static Told read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/orders.yaml").getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Told.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
