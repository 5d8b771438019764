package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Finding what is on, on a telephone with and without script, and as elders see it. */
class PortalFacesTest extends BrowsedSite {

    private static final int PHONE = 390;

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    SessionId talk;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        forms.forgetSent();
        talk = given.tomorrow(30, 3, true);
        given.more(talk, given.seats(10, 1, true));
        var start = given.now().plus(Duration.ofDays(1));
        for (var title : List.of("科技馆里的春分实验", "稀土在身边", "冬季用煤安全进社区", "草原上的星空课堂")) {
            start = start.plus(Duration.ofHours(5));
            published(
                    title,
                    "SCIENCE_DAY",
                    GivenFacts.QINGSHAN,
                    40.64,
                    109.9,
                    Planned.open(start, start.plusSeconds(5400)));
        }
        published("牧区接羔技术培训", null, GivenFacts.GACHA, null, null, Planned.open(start, start.plus(Duration.ofDays(4))));
        var held = published(
                "消防员进社区",
                "FIRE_DAY",
                GivenFacts.COMMUNITY,
                40.65,
                109.84,
                GivenActivities.on("2026-01-09", "09:00", 60));
        context.getBean(ClosingOut.class)
                .close(GivenActivities.clerk(), held, 0, new Closing(true, Map.of("ELDERS", 46, "PUPILS", 12), null));
    }

    private SessionId published(
            String title,
            @Nullable String campaign,
            RegionCode region,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Planned planned) {
        var told = GivenActivities.talk();
        return given.published(
                new Described(
                        title,
                        "LECTURE",
                        campaign,
                        told.summary(),
                        told.audiences(),
                        region,
                        new Place("COMMUNITY", "青松社区一楼活动室", "公交 3 路到青松站", latitude, longitude),
                        "门口有坡道",
                        "",
                        "0472-1234567",
                        List.of(),
                        List.of()),
                planned);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void somebody_finds_what_is_near_by_the_place_of_the_telephone() {
        var window = window(PHONE);
        window.context().grantPermissions(List.of("geolocation"));
        window.context().setGeolocation(new Geolocation(40.65123, 109.84234));
        var sent = new StringBuilder();
        window.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.append(request.postData());
            }
        });
        window.navigate("/activities");
        window.getByRole(AriaRole.LINK, named("附近").setExact(true)).click();
        look(window, "portal-near");
        window.getByRole(AriaRole.BUTTON, named("用我的位置找")).click();
        window.waitForURL("**/activities/near");
        window.locator(".away").first().waitFor();
        assertThat(sent.toString()).contains("latitude=40.65&longitude=109.84").doesNotContain("40.651", "109.842");
        assertThat(window.url()).doesNotContain("latitude");
        assertThat(window.locator(".away").first().textContent()).contains("不到 1 公里");
        look(window, "portal-nearby");
    }

    @Test
    void who_does_not_want_to_say_where_is_told_and_chooses_a_banner() {
        var window = window(PHONE);
        window.navigate("/activities/near");
        window.getByRole(AriaRole.BUTTON, named("用我的位置找")).click();
        window.getByText("没有取到位置").waitFor();
        window.selectOption("#near", "150203");
        window.locator("form:has(#near) button").click();
        assertThat(window.locator(".away").first().textContent()).contains("就在本旗县区");
        look(window, "portal-banner");
    }

    @Test
    void all_ways_lead_to_an_activity_without_script() {
        var window = withoutScript(PHONE);
        window.navigate("/activities");
        window.getByRole(AriaRole.LINK, named("附近").setExact(true)).click();
        assertThat(window.getByRole(AriaRole.BUTTON, named("用我的位置找")).count()).isZero();
        window.selectOption("#near", "150204");
        window.locator("form:has(#near) button").click();
        assertThat(window.locator(".plan-card").count()).isEqualTo(5);
        window.getByRole(AriaRole.LINK, named("地图").setExact(true)).click();
        window.getByRole(AriaRole.LINK, named("包头 5")).click();
        assertThat(window.locator(".plan-card").count()).isEqualTo(5);
        window.getByRole(AriaRole.LINK, named("日历").setExact(true)).click();
        if (!window.locator(".month").textContent().contains("科技馆里的春分实验")) {
            window.locator(".month-head [rel=next]").click();
        }
        assertThat(window.locator(".month").textContent()).contains("科技馆里的春分实验");
        window.getByRole(AriaRole.LINK, named("主题活动").setExact(true)).first().click();
        window.getByRole(AriaRole.LINK, named("全国科普日").setExact(true)).click();
        window.getByRole(AriaRole.LINK, named("稀土在身边")).click();
        assertThat(window.locator("h1").textContent()).isEqualTo("稀土在身边");
        assertThat(window.locator("main").textContent()).contains("公交 3 路到青松站", "门口有坡道");
    }

    @Test
    void a_ticket_is_shown_at_the_door_and_read_aloud() {
        var window = withoutScript(PHONE);
        window.navigate("/activities/sessions/" + talk);
        window.locator("#name").fill("乌云");
        window.locator("#phone").fill("13900139000");
        window.locator("#consent").check();
        while (window.locator(".ticket-code").count() == 0) {
            window.getByRole(AriaRole.BUTTON, named("提交报名")).click();
        }
        var code = window.locator(".ticket-code").textContent().replace(" ", "");
        assertThat(window.locator("main").textContent()).contains("念作：" + code.charAt(0) + "、" + code.charAt(1));
        assertThat(window.locator(".qr svg").getAttribute("aria-label")).contains("二维码", code.substring(0, 4));
        screenshot(window, "portal-ticket", PHONE);
        var elder = window(PHONE, "elder=1");
        elder.navigate(window.url());
        look(elder, "portal-ticket-elder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=light", "theme=dark", "elder=1", "lang=en"})
    void every_way_can_be_read_by_everybody(String look) {
        var window = window(PHONE, look);
        var ways = new LinkedHashMap<String, String>();
        ways.put("list", "/activities");
        ways.put("near", "/activities/near");
        ways.put("around", "/activities?near=150203");
        ways.put("calendar", "/activities/calendar");
        ways.put("calendar-none", "/activities/calendar?day=2031-02");
        ways.put("map", "/activities/map");
        ways.put("map-league", "/activities/map?region=150200");
        ways.put("campaigns", "/activities/campaigns?year=2026");
        ways.put("campaign", "/activities/campaigns/FIRE_DAY?year=2026");
        ways.put("detail", "/activities/" + given.activityOf(talk));
        ways.forEach((name, path) -> {
            window.navigate(path);
            for (var width : List.of(1440, 768, PHONE)) {
                window.setViewportSize(width, 844);
                screenshot(window, "portal-" + name + "-" + look.replace('=', '-'), width);
                assertNothingSticksOut(window);
            }
            assertNoSeriousFindings(window);
        });
    }

    private static void look(Page window, String name) {
        screenshot(window, name, PHONE);
        assertNothingSticksOut(window);
        assertNoSeriousFindings(window);
    }
}
