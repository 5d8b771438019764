package org.kepu.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From an issued document to a ledger and back to the public, as somebody new to the program goes. */
class PlanFlowTests extends BrowsedSite {

    @Autowired
    private ApplicationContext context;

    private GivenPlans given;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
    }

    @Test
    void a_new_user_takes_a_plan_from_its_document_to_the_ledger() {
        var window = window(1440);
        window.navigate("/desk");
        var credentials = accounts.office();
        window.getByLabel("账号").fill(credentials.name());
        window.getByLabel("口令").fill(credentials.password());
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登录").setExact(true))
                .click();

        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("上传方案"))
                .first()
                .click();
        window.setInputFiles("#files", payload(GivenPlans.demo(BANNER_PLAN)));
        assertThat(window.locator(".upload-line")).containsText("已读出");
        assertThat(window.locator(".upload-line")).containsText("措施 25 条");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去核对"))
                .click();
        assertThat(window.locator("h1")).hasText("苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）");
        assertThat(window.locator("#findings")).containsText("需要留意");

        showInOriginal(window);
        editATarget(window);

        var bodies = window.locator("#bodies");
        bodies.getByRole(AriaRole.BUTTON, named(Pattern.compile("登记为单位"))).click();
        assertThat(window.locator("#bodies")).containsText("已认定");
        assertThat(window.locator("#bodies .state", new Page.LocatorOptions().setHasText("未登记")))
                .hasCount(0);

        window.locator("#confirm").getByRole(AriaRole.BUTTON, named("确认生效")).click();
        assertThat(window.locator("main")).containsText("方案已生效，台账已生成。");
        screenshot(window, "flow-overview", 1440);
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看台账"))
                .click();
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("共 25 条措施");
        screenshot(window, "flow-ledger", 1440);

        window.locator("table.ledger")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("丰富学校科普活动"))
                .click();
        assertThat(window.locator("h1")).hasText("丰富学校科普活动");
        assertThat(window.locator("main")).containsText("97");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("签收.*旗教育局")))
                .click();
        assertThat(window.locator("main")).containsText("已签收。");
        assertThat(window.locator("tr", new Page.LocatorOptions().setHasText("旗教育局"))
                        .locator("[data-label=状态] .state"))
                .hasText("已签收");
        screenshot(window, "flow-measure", 1440);

        var reader = window(390);
        reader.navigate("/plans");
        reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^苏尼特右旗")))
                .click();
        assertThat(reader.locator("#structure")).containsText("丰富学校科普活动");
        assertThat(reader.locator("#original")).containsText("（演示文本，非正式文件）");
        reader.navigate("/search?q=科普驿站");
        reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("建设草原科普驿站")))
                .first()
                .click();
        assertThat(reader.url()).contains("#node-");
    }

    private static void showInOriginal(Page window) {
        var measure = window.locator("#node-ACTION-1-3");
        measure.locator(".node-show").click();
        var marked = window.locator(".src-marked");
        assertThat(marked.first()).containsText("丰富学校科普活动");
        assertThat(marked.first()).isInViewport();
    }

    private static void editATarget(Page window) {
        var measure = window.locator("#node-ACTION-1-3");
        measure.locator(".node-edit").click();
        var value = measure.locator("input[name=value]").nth(1);
        assertThat(value).hasValue("95");
        value.fill("很多");
        measure.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(measure.locator(".field-error")).containsText("数值应为");
        assertThat(value).hasValue("很多");
        assertThat(value).isFocused();
        value.fill("97");
        measure.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(measure.locator(".part-form")).hasCount(0);
        assertThat(measure.locator(".targets")).containsText("≥ 97 %");
    }

    @Test
    void two_windows_on_one_plan_lose_nothing() {
        var plan = given.uploadedDemo(BANNER_PLAN);
        var mine = desk(1440);
        mine.navigate("/desk/plans/" + plan + "/review");
        mine.locator("#node-ACTION-2 .node-edit").click();
        mine.locator("#node-ACTION-3 .node-edit").click();
        mine.locator("#node-ACTION-3 input[name=title]").fill("三号标题");
        mine.locator("#node-ACTION-2 input[name=title]").fill("我的标题");

        var other = desk(1440);
        other.navigate("/desk/plans/" + plan + "/review?edit=ACTION-2");
        other.locator("#node-ACTION-2 input[name=title]").fill("同事的标题");
        other.locator("#node-ACTION-2").getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(other.locator("#node-ACTION-2 h3")).containsText("同事的标题");
        other.locator("#node-ACTION-3 .node-edit").click();
        other.locator("#node-ACTION-3 input[name=title]").fill("同事的三号标题");
        other.locator("#node-ACTION-3").getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(other.locator("#node-ACTION-3 h3")).containsText("同事的三号标题");

        var second = mine.locator("#node-ACTION-2");
        second.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(second.locator("[role=alert]")).containsText("OFFICE_CLERK 刚刚");
        assertThat(second.locator("h3")).containsText("同事的标题");
        assertThat(second.locator("input[name=title]")).hasValue("我的标题");
        screenshot(mine, "flow-conflict", 1440);
        second.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(second.locator("h3")).containsText("我的标题");

        var third = mine.locator("#node-ACTION-3");
        assertThat(third.locator("input[name=title]")).hasValue("三号标题");
        third.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(third.locator("[role=alert]")).containsText("OFFICE_CLERK 刚刚");
        assertThat(third.locator("h3")).containsText("同事的三号标题");
    }

    @Test
    void two_forms_open_on_one_page_are_saved_one_after_the_other() {
        var plan = given.uploadedDemo(BANNER_PLAN);
        var window = desk(1440);
        window.navigate("/desk/plans/" + plan + "/review");
        for (var node : List.of("ACTION-2", "ACTION-3")) {
            window.locator("#node-" + node + " .node-edit").click();
            window.locator("#node-" + node + " input[name=title]").fill(node + "的标题");
        }
        for (var node : List.of("ACTION-2", "ACTION-3")) {
            window.locator("#node-" + node)
                    .getByRole(AriaRole.BUTTON, named("保存"))
                    .click();
            assertThat(window.locator("#node-" + node + " h3")).containsText(node + "的标题");
        }
    }

    @Test
    void what_cannot_be_taken_back_is_asked_first() {
        var plan = given.uploadedDemo(BANNER_PLAN);
        var window = desk(1440);
        window.navigate("/desk/plans/" + plan + "/review");
        window.onceDialog(Dialog::dismiss);
        window.locator("#node-PROJECT-5 .node-remove").click();
        assertThat(window.locator("#node-PROJECT-5")).isVisible();
        window.onceDialog(Dialog::accept);
        window.locator("#node-PROJECT-5 .node-remove").click();
        assertThat(window.locator("#node-PROJECT-5")).hasCount(0);
    }

    @Test
    void several_files_dropped_at_once_each_tell_their_outcome() {
        var window = desk(768);
        window.navigate("/desk/plans/upload");
        window.setInputFiles("#files", new FilePayload[] {
            payload(GivenPlans.demo(BANNER_PLAN)),
            new FilePayload("笔记.txt", "text/plain", "买菜".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            payload(GivenPlans.demo(BANNER_PLAN))
        });
        var lines = window.locator(".upload-line .state");
        assertThat(lines).hasText(new String[] {"已读出", "没有接收", "已在系统中"});
        screenshot(window, "flow-uploads", 768);
    }

    @Test
    void without_a_script_a_plan_is_uploaded_corrected_and_confirmed() {
        var window = deskWithoutScript(390);
        window.navigate("/desk/plans/upload");
        window.setInputFiles("#files", payload(GivenPlans.demo(BANNER_PLAN)));
        button(window, "上传并读取").click();
        assertThat(window.locator("h1")).containsText("苏尼特右旗");
        window.locator("#node-ACTION-1-3 .node-show").press("Enter");
        assertThat(window.locator(".src-marked").first()).containsText("丰富学校科普活动");
        window.locator("#node-ACTION-1-3 .node-edit").press("Enter");
        var measure = window.locator("#node-ACTION-1-3");
        measure.locator("input[name=value]").nth(1).fill("很多");
        measure.getByRole(AriaRole.BUTTON, named("保存")).press("Enter");
        assertThat(measure.locator(".field-error")).containsText("数值应为");
        measure.locator("input[name=value]").nth(1).fill("97");
        measure.getByRole(AriaRole.BUTTON, named("保存")).press("Enter");
        assertThat(measure.locator(".targets")).containsText("≥ 97 %");
        window.locator("#bodies")
                .getByRole(AriaRole.BUTTON, named(Pattern.compile("登记为单位")))
                .press("Enter");
        window.locator("#confirm").getByRole(AriaRole.BUTTON, named("确认生效")).press("Enter");
        assertThat(window.locator("main")).containsText("方案已生效，台账已生成。");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看台账"))
                .press("Enter");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("共 25 条措施");
    }

    /** The real documents are no part of the repository; where they lie beside it, they are taken through as well. */
    @Test
    void real_documents_go_the_same_way() throws IOException {
        var folder = papers();
        Assumptions.assumeTrue(folder.isPresent(), "no folder of real plans beside the repository");
        try (var files = Files.list(folder.orElseThrow())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                plant();
                var window = desk(1440);
                window.navigate("/desk/plans/upload");
                window.setInputFiles("#files", file);
                var line = window.locator(".upload-line .state");
                if (file.getFileName().toString().contains("drafting-note")) {
                    assertThat(line).hasText("没有接收");
                    continue;
                }
                assertThat(line).hasText("已读出");
                window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去核对"))
                        .click();
                window.waitForURL("**/review");
                var measures = window.locator(".node-measure").count();
                assertNothingSticksOut(window);
                window.locator("#bodies")
                        .getByRole(AriaRole.BUTTON, named(Pattern.compile("登记为单位")))
                        .click();
                window.locator("#confirm")
                        .getByRole(AriaRole.BUTTON, named("确认生效"))
                        .click();
                window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看台账"))
                        .click();
                assertThat(window.getByRole(AriaRole.STATUS)).containsText("共 " + measures + " 条措施");
                assertNothingSticksOut(window);
            }
        }
    }

    private static Optional<Path> papers() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .flatMap(folder -> Stream.of(folder.resolve("shared/plans"), folder.resolve("../shared/plans")))
                .map(Path::normalize)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static FilePayload payload(byte[] content) {
        return new FilePayload("苏尼特右旗实施方案.txt", "text/plain", content);
    }

    private static Locator button(Page window, String name) {
        return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions named(Pattern name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
