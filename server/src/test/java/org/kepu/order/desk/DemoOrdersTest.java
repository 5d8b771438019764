package org.kepu.order.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kepu.order.GivenOrders;
import org.kepu.order.OrderState;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class DemoOrdersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DemoOrders demo;

    @Test
    void three_leagues_have_orders_in_every_state_once_however_often_it_is_loaded() {
        var database = GivenOrders.onCleanGround(context).database();
        demo.load(GivenPlans.program());
        demo.load(GivenPlans.program());
        assertThat(database.sql("select distinct state from orders.service_order")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OrderState.values()).map(Enum::name).toList());
        assertThat(database.sql("select count(distinct left(region, 4)) || ' ' || count(*) from orders.service_order")
                        .query(String.class)
                        .single())
                .isEqualTo("3 13");
        assertThat(database.sql("""
                        select coalesce(sum(attendances), 0) from indicator.fact join indicator.kind on kind.id = fact.kind
                        where code = 'ORDER_SERVED'
                        """).query(Integer.class).single()).isEqualTo(43 + 37 + 186);
    }
}
