package org.kepu.order.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.GivenFacts;
import org.kepu.order.GivenOrders;
import org.kepu.order.Requesting;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The form of somebody who asks, sent again. */
@OnPostgres
class OrderRequestPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderRequestPages pages;

    @Autowired
    OrderPlaces places;

    GivenOrders given;
    OrderPlaces.Offered offered;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
        offered = places.offered(GivenFacts.COMMUNITY.value(), "").orElseThrow();
    }

    private RequestForm form(String words, int firstDay) {
        return new RequestForm(
                GivenFacts.COMMUNITY.value(),
                "HEALTH",
                words,
                "PUBLIC",
                "30",
                given.today().plusDays(firstDay).toString(),
                given.today().plusDays(9).toString(),
                "",
                "",
                "青松社区一楼",
                "",
                "王秀英",
                "13800138000",
                true,
                false,
                "the-same-key");
    }

    private String send(RequestForm form, BindingResult errors, ExtendedModelMap model) {
        return pages.request(form, errors, new MockHttpServletRequest(), new MockHttpServletResponse(), model);
    }

    @Test
    void what_was_answered_yesterday_is_answered_again_though_its_first_day_is_over() {
        var form = form("量血压", -1);
        var made = GivenOrders.made(given.bean(Requesting.class).request(form.wish(offered, null)));
        var errors = new BeanPropertyBindingResult(form, "form");
        assertThat(send(form, errors, new ExtendedModelMap())).isEqualTo("redirect:/orders/" + made.code());
        var other = form("别的", -1);
        var wrong = new BeanPropertyBindingResult(other, "form");
        send(other, wrong, new ExtendedModelMap());
        assertThat(wrong.getGlobalErrors()).as("another order with the key").hasSize(1);
    }

    @Test
    void gone_back_and_changed_it_stays_typed_and_can_be_sent_once_more_as_another_order() {
        given.bean(Requesting.class).request(form("量血压", 1).wish(offered, null));
        var changed = form("还想听急救", 1);
        var model = new ExtendedModelMap();
        assertThat(send(changed, new BeanPropertyBindingResult(changed, "form"), model))
                .isEqualTo("order/request");
        var shown = (RequestForm) model.getAttribute("form");
        assertThat(shown.words()).isEqualTo("还想听急救");
        assertThat(shown.key()).isNotEqualTo(changed.key());
    }

    @Test
    void a_first_day_that_is_over_is_told_at_its_field() {
        var form = form("量血压", -1);
        var errors = new BeanPropertyBindingResult(form, "form");
        send(form, errors, new ExtendedModelMap());
        assertThat(errors.getFieldErrors()).extracting("field").containsExactly("from");
    }
}
