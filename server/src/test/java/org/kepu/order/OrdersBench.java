package org.kepu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.activity.Installation;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.figure.Measured;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * How quickly teams are told whether they have an order when two hundred press on fifty at once, how long lists take in a year of a hundred
 * thousand, and suggestions among two thousand teams; on the server of a real installation that writes through to the disk.
 */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
@SpringBootTest
@ContextConfiguration(initializers = Installation.class)
class OrdersBench {

    private static final int TEAMS = 200;
    private static final int ORDERS = 50;
    private static final int ROUNDS = Integer.getInteger("kepu.rounds", 100);
    private static final int YEAR = 100_000;
    private static final int MANY_TEAMS = 2_000;
    private static final int REPEATED = 200;

    @Autowired
    ApplicationContext context;

    private final Measured measured = new Measured();
    private GivenOrders given;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
    }

    @AfterEach
    void close() {
        measured.write("orders");
        Installation.close();
    }

    @Test
    void taking_lists_and_suggestions() {
        var teams =
                IntStream.range(0, TEAMS).mapToObj(i -> given.team("队" + i, 99)).toList();
        var orders = IntStream.range(0, ORDERS).mapToObj(i -> given.offered()).toList();
        var waits = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            waits.addAll(press(teams, orders, round));
            offerAnew();
        }
        measured.times("take", waits);
        fill();
        var clerk = GivenPlans.may(Right.READ_ORDERS);
        var list = given.bean(Orders.class);
        measured.times("open orders", REPEATED, () -> list.list(clerk, Orders.Search.OPEN, 1, 50));
        for (var only : List.of(Orders.Only.ALL, Orders.Only.LATE)) {
            var search = new Orders.Search(only, null, "", null, null);
            measured.times(only + " of the region", REPEATED, () -> list.list(clerk, search, 1, 50));
            measured.times(
                    only + " of a community",
                    REPEATED,
                    () -> list.list(GivenOrders.community(Right.READ_ORDERS), search, 1, 50));
        }
        var all = new Orders.Search(Orders.Only.ALL, null, "", null, null);
        var few = GivenPlans.may(GivenPlans.CLERK, Right.READ_ORDERS, GivenFacts.QINGSHAN);
        measured.times("ALL of a banner that has few", REPEATED, () -> list.list(few, all, 1, 50));
        measured.times("ALL of the region, page 100", REPEATED, () -> list.list(clerk, all, 100, 50));
        var team = teams.getFirst().may(Right.READ_ORDERS);
        measured.times("open orders of a team", REPEATED, () -> list.list(team, Orders.Search.OPEN, 1, 50));
        measured.times("ALL of a team", REPEATED, () -> list.list(team, all, 1, 50));
        measured.times(
                "suggestions among " + MANY_TEAMS + " teams",
                REPEATED,
                () -> given.bean(Suggesting.class)
                        .suggest(clerk, orders.getFirst().id(), 5));
    }

    /** Everybody presses on a quarter of the orders; exactly one has each in the end. */
    private List<Double> press(List<GivenOrders.Team> teams, List<ServiceOrder> orders, int round) {
        var waits = together(TEAMS, person -> {
            var mine = teams.get(person);
            var scope = mine.may(Right.TAKE_ORDERS);
            var took = new ArrayList<Double>();
            for (int i = 0; i < ORDERS / 4; i++) {
                var order = orders.get((person + round + i * 4) % ORDERS);
                var from = System.nanoTime();
                given.act(scope, order, OrderAct.TAKE, Said.to(null, mine.id()));
                took.add(Measured.since(from));
            }
            return took;
        });
        assertThat(given.database()
                        .sql(
                                "select count(*) from orders.taking where service_order in (select id from orders.service_order where state = 'TAKEN')")
                        .query(Integer.class)
                        .single())
                .as("one taker each")
                .isEqualTo(ORDERS);
        return waits.stream().flatMap(List::stream).toList();
    }

    private void offerAnew() {
        given.database().sql("delete from orders.taking").update();
        given.database()
                .sql("update orders.service_order set state = 'OFFERED', supplier = null where state = 'TAKEN'")
                .update();
    }

    /** A year of orders, most of them over, and many more teams. */
    private void fill() {
        given.database()
                .sql("""
                        insert into orders.service_order (id, code, region, way, subject, words, audience, people, wished_from, wished_to,
                            wished_hours, asked_with, channel, asked_at, asked_on, state, supplier, starts_at, minutes, came, served_on, served_minutes, due_on,
                            moved_at, version)
                        select gen_random_uuid(), to_char(n, 'FM000000000000'), region, way, 'HEALTH', '', '', 30, asked::date, asked::date + 20, '',
                               'bench ' || n, 'WEB', asked, asked::date,
                               case when n % 40 = 0 then 'REQUESTED' when n % 40 = 1 then 'OFFERED' when n % 10 = 2 then 'CANCELLED' else 'CLOSED' end,
                               supplier, asked, 60, 20, asked::date, 60, case when n % 40 < 2 then asked::date + 2 end, asked, 9
                        from (select n, now() - n * interval '315 seconds' as asked,
                                     case when n % 5000 = 1 then :few when n % 3 = 0 then :one else :other end as region,
                                     case when n % 5000 = 1 then array['150000', '150200', :few] when n % 3 = 0 then :way::text[] else array['150000', '150200', '150203', '150203002', :other] end as way,
                                     teams.ids[1 + n % 200] as supplier
                              from generate_series(1, :year) as n,
                                   (select array_agg(id order by title) as ids from orders.supplier) teams) made
                        """)
                .param("one", GivenFacts.COMMUNITY.value())
                .param("other", GivenFacts.OTHER_COMMUNITY.value())
                .param("few", GivenFacts.QINGSHAN.value())
                .param("way", new String[] {"150000", "150200", "150203", "150203001", GivenFacts.COMMUNITY.value()})
                .param("year", YEAR)
                .update();
        given.database()
                .sql("update orders.service_order set supplier = null where state = 'OFFERED'")
                .update();
        given.database().sql("""
                        insert into orders.supplier (id, kind, title, about, body, region, area, way, subjects, audiences, capacity, active, served,
                            last_served, stars, rated, version)
                        select gen_random_uuid(), 'TEAM', '众队' || n, '', gen_random_uuid(), '150203', '150203', array['150000', '150200', '150203'],
                               case when n % 3 = 0 then array['HEALTH'] else array['SPACE', 'FIRE'] end, '{}', 5, true, n % 7,
                               current_date - (n % 200), n % 7 * 4, n % 7, 1
                        from generate_series(1, :teams) as n
                        """).param("teams", MANY_TEAMS).update();
        given.database().sql("""
                        insert into orders.taking (service_order, supplier, week)
                        select o.id, s.id, date_trunc('week', now())::date
                        from (select id, row_number() over () as n from orders.service_order where state = 'CLOSED' limit 4000) o
                             join (select id, row_number() over () as n from orders.supplier) s on s.n = 1 + o.n % 2000
                        """).update();
        OnPostgres.Server.owner(given.database())
                .sql("analyze orders.service_order, orders.supplier, orders.taking")
                .update();
    }
}
