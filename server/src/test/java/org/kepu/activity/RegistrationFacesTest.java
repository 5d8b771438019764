package org.kepu.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.BrowsedSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Families, schools and elders register on a telephone, with and without script; a clerk plans for them and sees who comes. */
class RegistrationFacesTest extends BrowsedSite {

    private static final int PHONE = 390;

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    SessionId session;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        forms.forgetSent();
        session = given.admitting(
                60,
                5,
                true,
                new Admission(
                        List.of(
                                Quota.planned(Quota.Kind.ELDERS, null, 10),
                                Quota.planned(Quota.Kind.AREA, GivenFacts.KUNDULUN, 8)),
                        4,
                        720,
                        EnumSet.allOf(PartyKind.class),
                        40,
                        List.of(
                                new Question("要坐接驳车吗", Question.Kind.YES_NO, List.of(), true),
                                new Question("想看哪一个", Question.Kind.CHOICE, List.of("观星", "火箭"), false),
                                new Question("还想说什么", Question.Kind.TEXT, List.of(), false)),
                        10));
        given.more(session, given.seats(30, 5, true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void look(Page window, String name) {
        for (var width : List.of(1440, 768, PHONE)) {
            window.setViewportSize(width, 844);
            screenshot(window, name, width);
            if (!name.endsWith("false")) {
                assertNothingSticksOut(window);
            }
        }
    }

    private static void sendUntilDone(Page window) {
        while (window.locator(".ticket-code").count() == 0) {
            window.getByRole(AriaRole.BUTTON, named("提交报名")).click();
        }
    }

    private void schoolRegisters(Page window, boolean script) {
        window.navigate("/activities/sessions/" + session);
        window.getByRole(AriaRole.LINK, named("学校").setExact(true)).click();
        assertThat(window.locator("main").textContent()).contains("留给老年人的还有 10 个", "昆都仑区居民的还有 8 个");
        look(window, "registration-school-" + script);
        window.locator("#partyName").fill("青松小学");
        window.locator("#grade").fill("三年级二班");
        window.locator("#name").fill("乌老师");
        window.locator("#phone").fill("13900139000");
        window.locator("#places").fill("41");
        window.locator("#answer1").selectOption("yes");
        window.locator("#answer3").fill("有一个轮椅");
        window.locator("#consent").check();
        window.getByRole(AriaRole.BUTTON, named("提交报名")).click();
        assertThat(window.locator(".field-wrong").textContent()).contains("人数写 1 到 40。");
        assertThat(window.locator("#answer3").inputValue()).isEqualTo("有一个轮椅");
        assertThat(window.locator("#partyName").inputValue()).isEqualTo("青松小学");
        if (script) {
            assertNoSeriousFindings(window);
        }
        look(window, "registration-wrong-" + script);
        window.locator("#places").fill("30");
        sendUntilDone(window);
        assertThat(window.locator("main").textContent()).contains("青松小学 三年级二班", "已确认");
        if (script) {
            assertNoSeriousFindings(window);
        }
        look(window, "registration-ticket-" + script);
        window.locator("#places").fill("25");
        window.getByRole(AriaRole.BUTTON, named("改人数")).click();
        assertThat(window.locator("main").textContent()).contains("已改好");
        assertThat(given.session(session).seats().taken()).isEqualTo(25);
        window.getByRole(AriaRole.BUTTON, named("改场次")).click();
        assertThat(window.locator("main").textContent()).contains("已改到这一场");
        assertThat(given.session(session).seats().taken()).isZero();
    }

    @Test
    void a_school_registers_changes_the_number_and_the_session_on_a_telephone() {
        takeSchoolsToo();
        schoolRegisters(window(PHONE), true);
    }

    @Test
    void a_school_registers_on_a_telephone_without_script() {
        takeSchoolsToo();
        schoolRegisters(withoutScript(PHONE), false);
    }

    /** The other session as well, so that one can move there. */
    private void takeSchoolsToo() {
        given.database()
                .sql("update activity.session set parties = '{SINGLE,SCHOOL}'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_elder_and_a_family_use_what_is_kept_for_them(boolean script) {
        var window = script ? window(PHONE) : withoutScript(PHONE);
        window.navigate("/activities/sessions/" + session + "?party=FAMILY");
        window.locator("#name").fill("其其格");
        window.locator("#phone").fill("13800138111");
        window.locator("#places").fill("2");
        window.locator("#children").fill("1");
        window.getByLabel("我是老年人").check();
        window.locator("#home").selectOption(GivenFacts.KUNDULUN.value());
        window.locator("#answer1").selectOption("no");
        window.locator("#consent").check();
        look(window, "registration-family-" + script);
        sendUntilDone(window);
        assertThat(window.locator("main").textContent()).contains("2 个大人，1 个孩子");
        assertThat(given.session(session).seats().kept()).isEqualTo(15);
    }

    @Test
    void a_clerk_plans_quotas_and_questions_and_nothing_typed_is_lost() {
        var window = desk(PHONE);
        window.navigate("/desk/activities/sessions/" + session + "/edit");
        assertNoSeriousFindings(window);
        look(window, "admission-form");
        window.locator("#elders").fill("70");
        window.locator("#area-1").fill("没有的旗");
        window.locator("#area-seats-1").fill("3");
        window.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(window.locator("#areas").textContent()).contains("没有这个旗县或盟市：没有的旗");
        assertThat(window.locator("#elders").inputValue()).isEqualTo("70");
        assertThat(window.locator("#words-0").inputValue()).isEqualTo("要坐接驳车吗");
        window.locator("#area-1").fill("青山区");
        window.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(window.locator(".field-wrong").textContent()).contains("一共留了 85 个");
        window.locator("#elders").fill("12");
        window.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(window.locator("main").textContent()).contains("留给青山区居民的还有 3 个", "留给老年人的还有 12 个");
        assertThat(given.session(session).seats().kept()).isEqualTo(23);
        window.setViewportSize(PHONE, 844);
        window.navigate("/desk/activities/sessions/" + session + "/bookings?party=GROUP");
        window.locator("#partyName").fill("青松合唱队");
        window.locator("#name").fill("王队长");
        window.locator("#phone").fill("x");
        window.locator("#places").fill("9");
        window.getByRole(AriaRole.BUTTON, named("代报")).click();
        assertThat(window.locator("#partyName").inputValue()).isEqualTo("青松合唱队");
        assertNoSeriousFindings(window);
        look(window, "agent-form");
        window.locator("#phone").fill("13700137000");
        window.locator("#answer1").selectOption("yes");
        window.getByRole(AriaRole.BUTTON, named("代报")).click();
        assertThat(window.locator("main").textContent()).contains("已报上", "青松合唱队；要坐接驳车吗 是");
        window.locator("#places").fill("3");
        window.getByRole(AriaRole.BUTTON, named("发放")).click();
        assertThat(window.locator("main").textContent()).contains("已发放 3 个现场名额", "现场名额还有 1 个");
        assertNoSeriousFindings(window);
        look(window, "session-list");
    }
}
