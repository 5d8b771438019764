package org.kepu.order.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.order.GivenOrders;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The first page says how to ask for a service once somebody serves. */
class OrdersOnPortalTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    GivenOrders given;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
    }

    @Test
    void while_nobody_serves_the_first_page_promises_nothing() {
        assertThat(visitor().get("/").body()).doesNotContain("id=\"home-orders\"");
    }

    @Test
    void once_a_team_serves_the_first_page_leads_to_ordering() {
        given.team("科普一队", 3);
        assertThat(visitor().get("/").body()).contains("id=\"home-orders\"", "href=\"/orders/new\"");
    }
}
