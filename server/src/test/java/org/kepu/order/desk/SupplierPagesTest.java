package org.kepu.order.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.body.Body;
import org.kepu.indicator.GivenFacts;
import org.kepu.order.GivenOrders;
import org.kepu.order.portal.OrderPlaces;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.Suppliers;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.region.Region;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

@OnPostgres
class SupplierPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SupplierPages pages;

    @Autowired
    Suppliers suppliers;

    @Test
    @SuppressWarnings("unchecked")
    void a_team_stays_where_it_stands_when_it_is_saved_however_deep_or_high_that_lies() {
        var given = GivenOrders.onCleanGround(context);
        var team = given.team("社区队", GivenFacts.COMMUNITY, GivenPlans.TOP, 3);
        var before = suppliers.find(team.id()).orElseThrow();
        var league = GivenPlans.may(GivenPlans.CLERK, Right.DISPATCH_ORDERS, GivenFacts.BAOTOU);
        var model = new ExtendedModelMap();
        pages.one(league, team.id(), model);
        assertThat(((List<OrderPlaces.Group>) model.get("regions"))
                        .stream().flatMap(group -> group.members().stream()).map(Region::code))
                .contains(GivenFacts.COMMUNITY, GivenPlans.TOP)
                .doesNotHaveDuplicates();
        assertThat((List<Body>) model.get("bodies")).extracting(Body::id).contains(team.body());
        var form = SupplierForm.of(before);
        var said = pages.change(
                league,
                team.id(),
                form,
                new BeanPropertyBindingResult(form, "form"),
                new ExtendedModelMap(),
                new MockHttpServletResponse(),
                new RedirectAttributesModelMap());
        assertThat(said).isEqualTo("redirect:/desk/orders/suppliers/" + team.id());
        assertThat(suppliers.find(team.id()).orElseThrow())
                .extracting(Supplier::region, Supplier::area, Supplier::body, Supplier::version)
                .containsExactly(before.region(), before.area(), before.body(), before.version() + 1);
    }
}
