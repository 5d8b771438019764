package org.kepu.indicator.target;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of targets through a browser. */
class TargetFacesTest extends BrowsedSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoFigures demo;

    private PlanId plan;
    private String measure;

    @BeforeEach
    void plant() {
        var given = GivenPlans.onCleanGround(context);
        demo.load(Scope.ofProgram(
                Actor.program("系统"), Right.KEEP_INDICATORS, LocalDate.of(2026, 6, 30), Set.of(GivenPlans.TOP)));
        plan = given.inForce(
                given.uploaded(GivenPlans.planOf(
                        "丰富学校科普活动。学校每学期举办科普讲座不少于4次。（牵头单位：旗教育局）",
                        "加强教师培训。每年培训科学教师60人次以上，其中牧区学校教师不少于20人次。（牵头单位：旗教育局）",
                        "办好群众活动。每年推出作品不少于10件。（牵头单位：旗科协）")),
                2026);
        measure = given.measure(plan, "丰富学校科普活动").toString();
    }

    @Test
    void each_page_can_be_read_and_used_by_everybody() {
        for (var look : List.of("theme=light", "theme=dark", "elder=1", "lang=en")) {
            var window = desk(1440, look);
            for (var sight : List.of(
                    List.of("region", "/desk/targets"),
                    List.of("district", "/desk/targets?region=150203&on=2023-12-31"),
                    List.of("city", "/desk/targets?region=152501"),
                    List.of("proposals", "/desk/targets?plan=" + plan))) {
                window.navigate(sight.getLast());
                if (look.equals("theme=light")) {
                    screenshot(window, "targets-" + sight.getFirst() + "-closed", 1440);
                }
                window.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
                for (var width : List.of(1440, 768, 390)) {
                    window.setViewportSize(width, 900);
                    screenshot(window, "targets-" + sight.getFirst() + "-" + look.replace('=', '-'), width);
                    assertNothingSticksOut(window);
                }
                assertNoSeriousFindings(window);
            }
        }
    }

    @Test
    void a_clerk_confirms_a_proposal_without_script_and_the_measure_shows_the_card() {
        var window = deskWithoutScript(768);
        window.navigate("/desk/targets?plan=" + plan);
        assertThat(window.getByRole(AriaRole.STATUS).first()).containsText("还没有确认");
        window.getByRole(AriaRole.BUTTON, named("确认.*每学期科普讲座")).click();
        assertThat(window.locator("main")).containsText("已确认。");
        assertThat(window.locator("main")).containsText("指标：每学期科普讲座不少于4次的学校");

        window.navigate("/desk/measures/" + measure);
        assertThat(window.locator(".target-card")).hasCount(1);
        assertThat(window.locator(".target-card")).containsText("每学期科普讲座不少于4次的学校");
        screenshot(window, "targets-measure", 768);

        window.navigate("/desk/targets");
        assertThat(window.locator("main")).containsText("苏尼特右旗");
        window.getByLabel("状态").selectOption("MISSED");
        window.getByRole(AriaRole.BUTTON, named("^查看$")).click();
        assertThat(window.locator(".target-card .target-marks").first()).containsText("未达到");
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(words));
    }
}
