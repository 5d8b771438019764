package org.kepu.activity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.activity.GivenActivities.talk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.approval.Approving;
import org.kepu.activity.approval.Paths;
import org.kepu.activity.approval.Step;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Planning as clerks meet it, on a telephone, a tablet and a desk. */
class PlanningFacesTest extends BrowsedSite {

    private static final List<Integer> WIDTHS = List.of(1440, 768, 390);

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    ActivityId id;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        given.body(GivenActivities.talk().region(), "区教育局");
        id = given.draft(talk(), on("2027-03-05", "15:00", 60));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void look(Page window, String name) {
        for (var width : WIDTHS) {
            window.setViewportSize(width, 844);
            screenshot(window, name, width);
            assertNothingSticksOut(window);
        }
        assertNoSeriousFindings(window);
    }

    @Test
    void a_series_is_planned_and_changed() {
        var window = desk(390);
        window.navigate("/desk/activities/" + id + "/series");
        look(window, "planning-series");
        window.locator("#day").fill("2027-09-14");
        window.locator("#times").fill("4");
        window.getByRole(AriaRole.BUTTON, named("看日期")).click();
        look(window, "planning-series-days");
        window.getByRole(AriaRole.BUTTON, named("按勾选的日子保存")).click();
        assertThat(window.locator("main").textContent()).contains("已加 4 场");
        look(window, "planning-activity");
        window.getByRole(AriaRole.LINK, named("4 场").setExact(false)).click();
        look(window, "planning-alter");
        window.locator("#capacity").fill("40");
        window.getByRole(AriaRole.BUTTON, named("修改勾选的场次")).click();
        assertThat(window.locator("main").textContent()).contains("已修改 4 场");
    }

    @Test
    void the_way_is_set_the_pattern_kept_and_the_form_shown() {
        var window = desk(390);
        window.navigate("/desk/activities/approval-path?region=150203");
        window.getByLabel("按下面的步骤审批").check();
        window.locator("#step-0").selectOption("BANNER");
        window.locator("#step-1").selectOption("LEAGUE");
        look(window, "planning-path");
        window.getByRole(AriaRole.BUTTON, named("保存")).click();
        window.navigate("/desk/activities/" + id);
        window.getByRole(AriaRole.BUTTON, named("送审")).click();
        look(window, "planning-sent");
        window.locator("#template summary").click();
        window.locator("#template").getByLabel("下级也可以用").check();
        look(window, "planning-keep");
        window.locator("#template").getByRole(AriaRole.BUTTON).click();
        look(window, "planning-templates");
        window.getByRole(AriaRole.LINK, named("用它写活动").setExact(false)).click();
        look(window, "planning-form");
    }

    @Test
    void an_approval_is_looked_at() {
        given.bean(Paths.class)
                .set(
                        GivenPlans.may(Right.RUN_LEDGER),
                        talk().region(),
                        0,
                        List.of(Step.office(RegionLevel.BANNER), Step.office(RegionLevel.LEAGUE)));
        var approving = given.bean(Approving.class);
        approving.send(GivenActivities.clerk(), id);
        var window = desk(390);
        window.navigate("/desk/activities/approvals/"
                + approving.of(GivenActivities.clerk(), id).getFirst().id());
        look(window, "planning-approval");
        window.getByRole(AriaRole.BUTTON, named("退回")).click();
        assertThat(window.locator("main").textContent()).contains("退回请写理由");
        window.locator("#reason").fill("场地没有定");
        window.getByRole(AriaRole.BUTTON, named("退回")).click();
        look(window, "planning-returned");
    }

    @Test
    void a_table_is_handed_in() {
        var window = desk(390);
        window.navigate("/desk/activities");
        look(window, "planning-desk");
        window.navigate("/desk/activities/import");
        look(window, "planning-import");
        var text =
                "编号,名称,种类,面向,区划代码,地点,日期,开始,结束\n1,冬季用煤安全,科普讲座,老年人,150203,青松社区,2027-03-05,09:30,10:30\n2,,巫术,老年人,150203,青松社区,2027-03-05,09:30,10:30\n";
        window.locator("#file")
                .setInputFiles(new FilePayload("活动.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        window.getByRole(AriaRole.BUTTON, named("试读")).click();
        look(window, "planning-report");
        window.getByRole(AriaRole.BUTTON, named("导入 1 行")).click();
        assertThat(window.locator("h1").textContent()).isEqualTo("导入结果");
    }
}
