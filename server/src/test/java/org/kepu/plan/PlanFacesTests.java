package org.kepu.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kepu.plan.review.GivenPlans.planOf;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page of plans and ledger, before and after it was used, in every look and at every width. */
@ExtendWith(SoftAssertionsExtension.class)
class PlanFacesTests extends BrowsedSite {

    /** Small, for axe looks at each thing on a page, but with one of each sort. */
    private static final String SMALL = planOf(
                    "弘扬科学精神和科学家精神。组织科学家精神宣讲进校园，讲述扎根边疆、服务牧区的故事。（牵头单位：旗教育局；责任单位：旗委宣传部、旗科协）",
                    "完善科普制度。建立健全科普工作协调制度，明确各方职责。",
                    "丰富学校科普活动。学校每学期举办科普讲座不少于5次，参与科普活动的在校学生达到95%以上。（牵头单位：旗教育局；责任单位：团旗委、旗妇联、旗科协、旗气象局、旗全民科学素质工作领导小组各成员单位）")
            .replace("二、提升行动\n", "到2030年，全旗公民具备科学素质的比例达到13%。\n二、提升行动\n实施5项提升行动，共13项措施。\n")
            .replace("三、组织实施\n", "三、进度安排\n（一）启动部署。2026年，制定任务清单。\n（二）总结评估。2030年，开展总结评估。\n四、组织实施\n");

    @Autowired
    private ApplicationContext context;

    @InjectSoftAssertions
    private SoftAssertions findings;

    private String plan;
    private String draft;
    private String measure;

    @BeforeEach
    void plant() {
        var given = GivenPlans.onCleanGround(context);
        var inForce = given.inForce(given.uploaded(SMALL), 2026, 2027);
        plan = inForce.toString();
        measure = given.measure(inForce, "丰富学校科普活动").toString();
        draft = given.uploaded(SMALL.replace("牧区", "山区")).toString();
    }

    private static final Consumer<Page> AS_IT_COMES = window -> {};

    private record Sight(String name, String path, Consumer<Page> use) {}

    private List<Sight> portal() {
        return List.of(
                new Sight("plans", "/plans", AS_IT_COMES),
                new Sight("reading", "/plans/" + plan, window -> {
                    unfold(window);
                    window.locator(".node-show").first().click();
                }),
                new Sight("progress", "/plans/" + plan + "/progress", AS_IT_COMES),
                new Sight("search-plans", "/search?q=%E7%A7%91%E6%99%AE", AS_IT_COMES));
    }

    private List<Sight> desk() {
        return List.of(
                new Sight("desk-plans", "/desk/plans", AS_IT_COMES),
                new Sight("upload", "/desk/plans/upload", AS_IT_COMES),
                new Sight("review", "/desk/plans/" + draft + "/review", window -> {
                    unfold(window);
                    window.locator("#node-ACTION-1-3 .node-show").click();
                }),
                new Sight("review-edit", "/desk/plans/" + draft + "/review", window -> {
                    for (var node : List.of("head", "goals", "ACTION-1", "phases", "organisation", "ACTION-1-3")) {
                        window.locator("#node-" + node + " .node-edit").click();
                        assertThat(window.locator("#node-" + node + " .part-form"))
                                .isVisible();
                    }
                    var form = window.locator("#node-ACTION-1-3 .part-form");
                    form.locator("input[name=value]").first().fill("很多");
                    form.locator("input[name=unit]").first().fill("");
                    form.locator(".btn-primary").click();
                    assertThat(window.locator("#node-ACTION-1-3 .field-error").first())
                            .isVisible();
                }),
                new Sight("overview", "/desk/plans/" + plan, PlanFacesTests::unfold),
                new Sight("ledger", "/desk/ledger?plan=" + plan, PlanFacesTests::unfold),
                new Sight("ledger-none", "/desk/ledger?plan=" + plan + "&state=DONE", AS_IT_COMES),
                new Sight("measure", "/desk/measures/" + measure, PlanFacesTests::unfold));
    }

    /** Each width and each look once: axe takes seconds a page. */
    @ParameterizedTest
    @CsvSource({"390, theme=light", "768, theme=dark", "1440, elder=1"})
    void each_page_can_be_read_and_used_by_everybody(int width, String look) {
        var visitor = window(width, look);
        portal().forEach(sight -> look(visitor, sight, look, width));
        var clerk = desk(width, look);
        desk().forEach(sight -> look(clerk, sight, look, width));
    }

    @ParameterizedTest
    @CsvSource({"390, elder=1", "768, elder=1", "768, theme=light", "1440, theme=light"})
    void nothing_sticks_out_before_or_after_use(int width, String look) {
        var visitor = window(width, look);
        portal().forEach(sight -> measure(visitor, sight));
        var clerk = desk(width, look);
        desk().forEach(sight -> measure(clerk, sight));
    }

    private void measure(Page window, Sight sight) {
        window.navigate(sight.path());
        findings.check(() -> assertNothingSticksOut(window));
        sight.use().accept(window);
        findings.check(() -> assertNothingSticksOut(window));
    }

    private void look(Page window, Sight sight, String look, int width) {
        window.navigate(sight.path());
        examine(window);
        screenshot(window, sight.name() + "-" + look.replace('=', '-'), width);
        if (sight.use() == AS_IT_COMES) {
            return;
        }
        sight.use().accept(window);
        examine(window);
        screenshot(window, sight.name() + "-used-" + look.replace('=', '-'), width);
    }

    private void examine(Page window) {
        findings.check(() -> assertNothingSticksOut(window));
        findings.check(() -> assertNoSeriousFindings(window));
    }

    private static void unfold(Page window) {
        window.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }
}
