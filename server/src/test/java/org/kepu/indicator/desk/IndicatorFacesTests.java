package org.kepu.indicator.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.figure.Statement;
import org.kepu.indicator.figure.Statements;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The faces of indicators, figures and facts, at each width, in each look. */
@ExtendWith(SoftAssertionsExtension.class)
class IndicatorFacesTests extends BrowsedSite {

    private static final List<String> LEAGUES = List.of(
            "150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200",
            "152500");

    @InjectSoftAssertions
    private SoftAssertions findings;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Statements statements;

    private final Map<String, String> faces = new LinkedHashMap<>();

    @BeforeEach
    void plant() {
        var given = GivenFacts.onCleanGround(context);
        var last = 0L;
        for (int i = 0; i < LEAGUES.size(); i++) {
            for (int n = 0; n <= i * i % 7; n++) {
                var fact = given.fact(
                                "LECTURE",
                                "202" + (2 + n % 4) + "-0" + (1 + n % 8) + "-05",
                                new RegionCode(LEAGUES.get(i)))
                        .with(Amounts.ONCE.attendances(400 * i + 25))
                        .forAudience("PUPILS");
                last = ((Recorded.New) given.record(fact)).fact();
            }
        }
        statements.state(
                GivenPlans.may(Right.KEEP_INDICATORS),
                new Statement(
                        "registered-informants",
                        GivenFacts.TOP,
                        LocalDate.of(2025, 12, 31),
                        new BigDecimal("120345"),
                        "科普中国后台",
                        null));
        faces.put("indicators", "/desk/indicators");
        faces.put("figure", "/desk/indicators/activity-attendances?window=2025&by=REGION");
        faces.put("figure-months", "/desk/indicators/lectures?window=2025&by=MONTH&trend=months");
        faces.put("figure-share", "/desk/indicators/banners-with-vehicle");
        faces.put("figure-survey", "/desk/indicators/science-literacy-ratio");
        faces.put("figure-stated", "/desk/indicators/registered-informants");
        faces.put("facts", "/desk/indicators/lectures/facts?window=2025");
        faces.put("fact", "/desk/facts/" + last);
        faces.put("definition", "/desk/indicators/school-lectures/definition");
        faces.put("definition-new", "/desk/indicators/new?type=coverage");
    }

    @Test
    void each_page_can_be_read_and_used_at_every_width() {
        var window = desk(1440);
        faces.forEach((name, path) -> {
            window.navigate(path);
            for (var width : List.of(1440, 768, 390)) {
                look(window, name, width);
            }
        });
    }

    @Test
    void the_dark_look_and_the_sheet_for_elders_are_sound() {
        for (var looks : List.of("theme=dark", "elder=1")) {
            var window = desk(1440, looks);
            for (var name : List.of("figure", "figure-share", "definition-new")) {
                window.navigate(faces.get(name));
                for (var width : List.of(1440, 390)) {
                    look(window, name + "-" + looks.replace('=', '-'), width);
                }
            }
        }
    }

    @Test
    void a_figure_is_chosen_opened_and_followed_to_its_fact_without_script() {
        var window = deskWithoutScript(1440);
        window.navigate("/desk");
        window.locator(".sidebar").getByText("指标").click();
        window.getByText("科普讲座场次").click();
        window.getByLabel("期间", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .selectOption("2025");
        window.getByText("查看", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        window.locator(".cartogram").getByText("鄂尔多斯").click();
        assertThat(window.locator(".figure-head")).containsText("鄂尔多斯市");
        window.getByText("打开事实").click();
        window.locator("main tbody th a").first().click();
        assertThat(window.locator("main")).containsText("一场LECTURE");
        assertThat(window.locator("main")).containsText("青少年");
    }

    private void look(com.microsoft.playwright.Page window, String name, int width) {
        window.setViewportSize(width, width < 500 ? 844 : 900);
        screenshot(window, name, width);
        findings.check(() -> assertNothingSticksOut(window));
        if (width != 768) {
            findings.check(() -> assertNoSeriousFindings(window));
        }
    }
}
