package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.page.SameForStrangers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages that strangers share hold nothing of anybody, and whoever has a session reads what is so now. Here they share for an hour. */
@TestPropertySource(properties = "kepu.page.shared-for=1h")
class SharedPortalTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private SessionId published(String title) {
        var start = given.now().plus(Duration.ofDays(1));
        return given.published(
                GivenActivities.described(title, "LECTURE", GivenFacts.KUNDULUN, List.of("ELDERS")),
                Planned.open(start, start.plusSeconds(3600)));
    }

    @Test
    void strangers_are_shown_what_was_so_and_whoever_signed_in_what_is_so() {
        var path = "/activities?kind=LECTURE";
        visitor().get(path);
        published("刚刚发布的");
        assertThat(visitor().get(path).body()).doesNotContain("刚刚发布的");
        var clerk = clerk().get(path);
        assertThat(clerk.body()).contains("刚刚发布的", "action=\"/sign-out\"");
        assertThat(clerk.header("Cache-Control")).contains("no-store");
        assertThat(clerk.header("ETag")).isEmpty();
        assertThat(visitor().get(path).body()).doesNotContain("刚刚发布的", "action=\"/sign-out\"");
    }

    @Test
    void what_somebody_signed_in_read_first_is_not_what_strangers_get() {
        clerk().get("/activities?kind=TRAINING");
        assertThat(visitor().get("/activities?kind=TRAINING").body()).doesNotContain("action=\"/sign-out\"");
    }

    @Test
    void whoever_opened_a_form_sees_their_own_booking_at_once() {
        var session = given.tomorrow(5, 2, true);
        var page = "/activities/" + given.activityOf(session);
        var free = visitor().get(page).body();
        var visitor = visitor();
        sendAsHuman(
                visitor,
                "/activities/sessions/" + session,
                RegistrationPages.FORM,
                "name",
                "娜仁",
                "phone",
                "13800138000",
                "places",
                "2",
                "consent",
                "true",
                "key",
                "k1");
        assertThat(given.session(session).seats().taken()).isEqualTo(2);
        assertThat(visitor().get(page).body()).isEqualTo(free);
        assertThat(visitor.get(page).body()).isNotEqualTo(free);
    }

    @Test
    void what_is_shared_has_no_token_no_cookie_and_the_headers_of_each_answer() {
        var activity = given.activityOf(published("讲座"));
        var values = Map.of("id", activity.toString(), "campaign", "FIRE_DAY");
        mappings.getHandlerMethods().forEach((mapping, page) -> {
            if (page.hasMethodAnnotation(SameForStrangers.class)) {
                mapping.getPatternValues().forEach(pattern -> {
                    var path = UriComponentsBuilder.fromPath(pattern)
                            .buildAndExpand(values)
                            .toUriString();
                    var first = visitor().get(path);
                    var next = visitor().get(path);
                    assertThat(first.status()).as(path).isEqualTo(200);
                    assertThat(first.header("ETag")).as(path).isNotEmpty().isEqualTo(next.header("ETag"));
                    assertThat(next.body()).as(path).isEqualTo(first.body()).doesNotContain("_csrf", "name=\"csrf\"");
                    assertThat(next.header("Set-Cookie")).as(path).isEmpty();
                    assertThat(next.header("Content-Security-Policy")).as(path).isNotEmpty();
                });
            }
        });
    }
}
