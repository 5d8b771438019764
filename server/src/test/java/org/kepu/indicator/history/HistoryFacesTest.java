package org.kepu.indicator.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.BrowsedSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The import of past years as a clerk sees it, on a telephone, a tablet and a desk. */
class HistoryFacesTest extends BrowsedSite {

    private static final List<Integer> WIDTHS = List.of(390, 768, 1440);

    private static final String TABLE = """
            编号,种类,日期,地区代码,对象,场所,农村牧区,次数,人次,分钟,金额（元）,数量,主办单位,名称,版本
            2021-1,科普讲座,2021-03-05,150203001001,青少年,学校,,1,40,90,,,,春季科普讲座,
            2021-2,科普活动,2021年9月15日,150203001001,公众,社区,否,1,300,,,,,全国科普日社区活动,
            2021-3,科普讲坐,2021-13-05,150299,青少年,学校,,1,40,90,,,,写错的一行,
            2021-1,科普讲座,2021-03-05,150203001001,青少年,学校,,1,45,90,,,,春季科普讲座,
            """;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
    }

    @Test
    void a_clerk_imports_a_table_and_finds_its_lines_again() {
        var window = desk(1440);
        window.navigate("/desk");
        window.locator("a[href='/desk/facts/import']:visible").first().click();
        assertThat(window.url()).endsWith("/desk/facts/import");
        seen(window, "history-form");
        handIn(window);
        seen(window, "history-trial");
        window.getByText("导入 2 行", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(window.locator("h1").textContent()).isEqualTo("导入结果");
        seen(window, "history-report");
        window.navigate("/desk/facts/import/lines?id=150000:2021-1");
        assertThat(window.locator("table").textContent()).contains("历史台账.csv");
        seen(window, "history-lines");
    }

    @Test
    void it_works_without_any_script() {
        var window = deskWithoutScript(1440);
        window.navigate("/desk/facts/import");
        handIn(window);
    }

    @Test
    void a_form_that_was_sent_empty_says_what_is_missing() {
        var window = desk(1440);
        window.navigate("/desk/facts/import");
        window.evaluate("document.querySelector('main form').noValidate = true");
        window.locator("main form button").click();
        assertThat(window.locator(".note").first().textContent()).isNotBlank();
        seen(window, "history-empty");
    }

    private static void handIn(Page window) {
        window.locator("#file")
                .setInputFiles(new FilePayload("历史台账.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
        window.locator("main form button").click();
        assertThat(window.locator("h1").textContent()).isEqualTo("试读结果");
    }

    private static void seen(Page window, String name) {
        for (var width : WIDTHS) {
            window.setViewportSize(width, 900);
            assertNothingSticksOut(window);
            assertNoSeriousFindings(window);
            screenshot(window, name, width);
        }
    }
}
