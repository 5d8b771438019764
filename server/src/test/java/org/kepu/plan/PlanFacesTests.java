package org.kepu.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.demoText;

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
        given.demoInForce(LEAGUE_PLAN, 2026);
        var inForce = given.demoInForce(BANNER_PLAN, 2026, 2027);
        plan = inForce.toString();
        measure = given.measure(inForce, "丰富学校科普活动").toString();
        draft = given.uploaded(
                        demoText().replace("实施5项提升行动，共13项措施", "实施5项提升行动，共14项措施").replace("防诈骗", "防骗"))
                .toString();
    }

    private record Sight(String name, String path, Consumer<Page> use) {}

    private List<Sight> portal() {
        return List.of(
                new Sight("plans", "/plans", any -> {}),
                new Sight("reading", "/plans/" + plan, window -> {
                    unfold(window);
                    window.locator(".node-show").first().click();
                }),
                new Sight("search-plans", "/search?q=%E7%A7%91%E6%99%AE", any -> {}));
    }

    private List<Sight> desk() {
        return List.of(
                new Sight("desk-plans", "/desk/plans", any -> {}),
                new Sight("upload", "/desk/plans/upload", any -> {}),
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
                new Sight("ledger-none", "/desk/ledger?plan=" + plan + "&state=DONE", any -> {}),
                new Sight("measure", "/desk/measures/" + measure, PlanFacesTests::unfold));
    }

    @ParameterizedTest
    @CsvSource({
        "390, theme=light",
        "768, theme=light",
        "1440, theme=light",
        "390, theme=dark",
        "1440, theme=dark",
        "390, elder=1",
        "1440, elder=1"
    })
    void each_page_can_be_read_and_used_by_everybody(int width, String look) {
        var visitor = window(width, look);
        portal().forEach(sight -> look(visitor, sight, look, width));
        var clerk = desk(width, look);
        desk().forEach(sight -> look(clerk, sight, look, width));
    }

    private void look(Page window, Sight sight, String look, int width) {
        window.navigate(sight.path());
        examine(window);
        screenshot(window, sight.name() + "-" + look.replace('=', '-'), width);
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
