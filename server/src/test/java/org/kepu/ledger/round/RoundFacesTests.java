package org.kepu.ledger.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.LEAGUE;
import static org.kepu.ledger.round.GivenRounds.quarter;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.PlanId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The faces of rounds and of the calendar, at the widths of a telephone, a tablet and a desk. */
class RoundFacesTests extends BrowsedSite {

    @Autowired
    private ApplicationContext context;

    @Test
    void rounds_are_sound_at_every_width_and_are_played_by_keyboard() {
        var given = new GivenRounds(context);
        var plan = given.plan();
        var round = given.opened(LEAGUE, quarter(), plan);
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次，共 120 人次。");
        given.submit(round, "旗教育局", Answer.PROGRESS, "办了科技展览。");
        given.sendBack(round, "旗教育局", "请写明人次");
        var faces = new LinkedHashMap<String, String>();
        faces.put("rounds", "/desk/rounds");
        faces.put("round-new", "/desk/rounds/new?region=152500");
        faces.put("round", "/desk/rounds/" + round);
        faces.put("round-banner", "/desk/rounds/" + round + "?region=152524");
        faces.put("sheet-fill", "/desk/rounds/" + round + "/sheets/" + given.sheet("旗科协"));
        faces.put("sheet-mend", "/desk/rounds/" + round + "/sheets/" + given.sheet("旗教育局"));
        faces.put("sheet-judge", "/desk/rounds/" + round + "/sheets/" + given.sheet("旗气象局"));
        faces.put("round-put-off", "/desk/rounds/" + putOff(given, plan));
        faces.put("opinions", "/desk/rounds/" + round + "/opinions/" + given.body("旗科协"));
        faces.put("calendar", "/desk/calendar");
        faces.put("calendar-unknown", "/desk/calendar?year=2031");
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            faces.forEach((name, path) -> {
                window.navigate(path);
                assertNoSeriousFindings(window);
                assertNothingSticksOut(window);
                screenshot(window, name, width);
            });
        }
        var window = deskWithoutScript(768);
        window.navigate(faces.get("sheet-fill"));
        window.getByText("提交", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(window.locator("main")).containsText("还不能提交，有 3 项需要补充");
        screenshot(window, "sheet-lacking", 768);
        for (var line : window.locator("section.round-line").all()) {
            line.locator("input[value=NOTHING]").focus();
            window.keyboard().press("Space");
        }
        window.getByText("提交", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .focus();
        window.keyboard().press("Enter");
        assertThat(window.locator("main")).containsText("已提交");
        assertThat(window.locator("main")).containsText("这张表是您提交的");
        screenshot(window, "sheet-submitted", 768);
    }

    @Test
    void a_due_day_off_is_asked_about_at_every_width_and_settled_by_keyboard() {
        var given = new GivenRounds(context);
        given.plan();
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            window.navigate("/desk/rounds/new?region=152524");
            window.fill("#name", "第三季度调度");
            window.fill("#dueOn", "" + Today.by(Clock.systemUTC()).plusWeeks(30).with(DayOfWeek.SUNDAY));
            window.locator("form[method=post] button.btn-primary").last().click();
            assertThat(window.locator("main")).containsText("是休息日，还没有发起");
            assertNoSeriousFindings(window);
            assertNothingSticksOut(window);
            screenshot(window, "round-rest-day", width);
            if (width == 1440) {
                window.locator("button[name=dueAfterAll]").first().focus();
                window.keyboard().press("Enter");
                assertThat(window.locator("main")).containsText("已发起");
            }
        }
    }

    /** A round of which a plan could not be asked. */
    private static RoundId putOff(GivenRounds given, PlanId plan) {
        var begun = (Opened.Begun) given.open(LEAGUE, quarter(2), plan);
        given.database()
                .sql(
                        "update ledger.round_plan set failures = 3, fault = 'DOES_NOT_FIT', ask_after = now() where round_id = :round")
                .param("round", begun.id().value())
                .update();
        return begun.id();
    }
}
