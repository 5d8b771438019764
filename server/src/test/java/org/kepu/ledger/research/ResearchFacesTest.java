package org.kepu.ledger.research;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The page of inquiries as it looks, at the widths of a telephone, a tablet and a desk. */
class ResearchFacesTest extends BrowsedSite {

    @Autowired
    private ApplicationContext context;

    @Test
    void an_inquiry_is_recorded_and_read_at_every_width() {
        GivenPlans.onCleanGround(context);
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            window.navigate("/desk/research?year=2026");
            window.locator("details summary").last().click();
            window.fill("#topic", "讲座为什么少");
            window.fill("#day", "2026-02-03");
            window.fill("#visited", "盟气象学会");
            window.fill("#company", "盟科协学会部");
            window.fill("#findings", "讲师不足。\n建议与学会共建讲师团。");
            assertNoSeriousFindings(window);
            assertNothingSticksOut(window);
            screenshot(window, "research-form", width);
            window.locator("form[enctype] button").click();
            assertThat(window.locator("main")).containsText("已记下");
            window.navigate("/desk/research?year=2026");
            assertNothingSticksOut(window);
            screenshot(window, "research", width);
        }
    }
}
