package org.kepu.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.body.KeepingGroups;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The faces that reach has given the desk, at the widths of a telephone, a tablet and a desk. */
class ReachFacesTests extends BrowsedSite {

    private static final RegionCode BANNER = new RegionCode("152524");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private KeepingBodies keeping;

    @Autowired
    private KeepingGroups groups;

    @Test
    void changes_of_a_division_and_persons_of_a_group_are_sound_at_every_width() {
        GivenPlans.onCleanGround(context);
        var may = GivenPlans.may(Right.KEEP_BODIES);
        var body = keeping.register(may, BANNER, "旗科协", BodyKind.MASS_ORGANISATION);
        groups.join(may, BANNER, body, LocalDate.of(2024, 3, 1), null);
        var group = "/desk/bodies/groups/152524?on=2024-04-01";
        var clerk = clerk();
        clerk.get(group);
        clerk.post(
                "/desk/bodies/groups/152524/members/" + body.id() + "/delegates",
                "part",
                "LIAISON",
                "name",
                "王敏",
                "post",
                "科普部部长",
                "phone",
                "13800135678",
                "since",
                "2024-03-01");
        var faces = Map.of(
                "change-rename", "/desk/regions/152524/changes",
                "change-merge", "/desk/regions/152524/changes?kind=MERGE",
                "change-split", "/desk/regions/152500/changes?kind=SPLIT",
                "group-masked", group);
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            faces.forEach((name, path) -> {
                window.navigate(path);
                assertNoSeriousFindings(window);
                assertNothingSticksOut(window);
                screenshot(window, name, width);
            });
            window.navigate(group);
            assertThat(window.locator("main")).containsText("王* 科普部部长 138****5678");
            window.getByText("查看电话").click();
            window.getByLabel("用途").selectOption("leading-group");
            window.getByText("查看", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(window.locator("main")).containsText("13800135678");
            assertNoSeriousFindings(window);
            screenshot(window, "group-shown", width);
            window.getByText("返回").click();
            assertThat(window.locator("main")).containsText("王* 科普部部长 138****5678");
        }
        var window = desk(768);
        window.navigate("/desk/regions/152524/changes");
        window.getByLabel("新名称").fill("苏右旗");
        window.getByLabel("自哪一天起").fill("2021-01-01");
        window.getByLabel("依据").fill("民发〔2024〕1号");
        window.getByText("登记", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(window.locator("main")).containsText("应晚于现有记录的起始日期");
        assertNoSeriousFindings(window);
        screenshot(window, "change-wrong", 768);
    }
}
