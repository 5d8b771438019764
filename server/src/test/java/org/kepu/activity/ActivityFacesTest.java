package org.kepu.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Registrations;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Activities as people meet them: on a telephone, with and without script, in the look for elders, at the desk. */
class ActivityFacesTest extends BrowsedSite {

    private static final int PHONE = 390;

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    SessionId open;
    SessionId full;
    SessionId past;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        forms.forgetSent();
        open = given.tomorrow(30, 3, true);
        full = given.published(
                GivenActivities.described("夜间观星", "STUDY_TRIP", GivenFacts.KUNDULUN, List.of("PUPILS")),
                given.seats(1, 1, true));
        context.getBean(Registrations.class)
                .register(full, new Applicant("王小明", new PhoneNumber("13800138000"), 1, "first", null));
        var start = given.now().minus(Duration.ofDays(2));
        past = given.published(
                GivenActivities.described("牧区接羔技术", "TRAINING", GivenFacts.GACHA, List.of("FARMERS", "ELDERS")),
                Planned.open(start, start.plusSeconds(3600)));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Finds a talk, registers, sees the code, gives the places back: all by what a citizen sees. */
    private void registersAndGivesBack(Page window, boolean script) {
        window.navigate("/activities");
        window.getByRole(AriaRole.LINK, named("防灾减灾讲座")).click();
        window.getByRole(AriaRole.LINK, named("报名").setExact(false)).first().click();
        window.locator("#name").fill("乌云");
        window.locator("#phone").fill("13900139000");
        window.locator("#places").fill("2");
        window.locator("#consent").check();
        if (script) {
            assertNoSeriousFindings(window);
        }
        sendUntilDone(window);
        assertThat(window.locator("h1").textContent()).isEqualTo("报名结果");
        assertThat(window.locator("main").textContent()).contains("已确认", "乌*", "139****9000");
        assertThat(window.locator(".ticket-code").textContent()).matches("\\d{4} \\d{4} \\d{4}");
        assertThat(given.session(open).seats().taken()).isEqualTo(2);
        screenshot(window, "activity-ticket-" + script, PHONE);
        window.getByRole(AriaRole.BUTTON, named("取消报名")).click();
        assertThat(window.locator("main").textContent()).contains("名额让给了后面的人");
        assertThat(given.session(open).seats().taken()).isZero();
    }

    /** As somebody does who reads that it was too quick, and tries again; what was typed stays. */
    private static void sendUntilDone(Page window) {
        while (window.locator(".ticket-code").count() == 0) {
            window.getByRole(AriaRole.BUTTON, named("提交报名")).click();
        }
    }

    @Test
    void somebody_registers_on_a_telephone() {
        registersAndGivesBack(window(PHONE), true);
    }

    @Test
    void somebody_registers_on_a_telephone_without_script() {
        registersAndGivesBack(withoutScript(PHONE), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=light", "theme=dark", "elder=1", "lang=en"})
    void every_page_of_the_portal_can_be_read_by_everybody(String look) {
        var window = window(PHONE, look);
        var sights = Map.of(
                "activities",
                "/activities",
                "activities-none",
                "/activities?day=2000-01-01",
                "activity",
                "/activities/" + given.activityOf(open),
                "activity-full",
                "/activities/" + given.activityOf(full),
                "activity-register",
                "/activities/sessions/" + open,
                "activity-find",
                "/registrations");
        sights.forEach((name, path) -> {
            window.navigate(path);
            for (var width : List.of(1440, 768, PHONE)) {
                window.setViewportSize(width, 844);
                screenshot(window, name + "-" + look.replace('=', '-'), width);
                assertNothingSticksOut(window);
            }
            assertNoSeriousFindings(window);
        });
    }

    @Test
    void a_clerk_writes_publishes_and_closes_out_on_a_telephone() {
        var window = desk(PHONE);
        window.navigate("/desk/activities/new?region=150203");
        window.getByLabel("名称").fill("冬季用煤安全");
        window.getByLabel("老年人").check();
        window.locator("#place").fill("青松社区");
        window.getByLabel("日期").first().fill("2026-03-05");
        window.getByLabel("开始").first().fill("09:30");
        window.getByLabel("结束").first().fill("10:30");
        look(window, "activity-form");
        window.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(window.locator("h1").textContent()).isEqualTo("冬季用煤安全");
        look(window, "activity-draft");
        window.getByRole(AriaRole.BUTTON, named("发布").setExact(true)).click();
        window.getByRole(AriaRole.LINK, named("办结")).click();
        look(window, "activity-close");
        window.getByLabel("老年人").fill("46");
        window.getByRole(AriaRole.BUTTON, named("办结").setExact(true)).click();
        assertThat(window.locator("main").textContent()).contains("46 人次");
        look(window, "activity-closed");
        assertThat(given.database()
                        .sql("select sum(attendances) from indicator.fact where source = 'activity'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(46);
    }

    @Test
    void the_desk_can_be_read_and_used_by_everybody() {
        var window = desk(1440);
        for (var path : Map.of(
                        "desk-activities", "/desk/activities",
                        "desk-activity", "/desk/activities/" + given.activityOf(full),
                        "desk-session", "/desk/activities/sessions/" + full,
                        "desk-planning", "/desk/activities/sessions/" + open + "/edit",
                        "desk-close", "/desk/activities/sessions/" + past + "/close")
                .entrySet()) {
            window.navigate(path.getValue());
            for (var width : List.of(1440, PHONE)) {
                window.setViewportSize(width, 844);
                look(window, path.getKey() + "-" + width);
            }
        }
    }

    private static void look(Page window, String name) {
        screenshot(window, name, window.viewportSize().width);
        assertNothingSticksOut(window);
        assertNoSeriousFindings(window);
    }
}
