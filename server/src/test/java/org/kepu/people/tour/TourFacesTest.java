package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.indicator.Amounts;
import org.kepu.page.BrowsedSite;
import org.kepu.people.GivenService;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From a banner that nobody has visited to the tour, the invitation, and what the public reads, as clerks meet it. */
class TourFacesTest extends BrowsedSite {

    private static final int PHONE = 390;
    private static final List<Integer> WIDTHS = List.of(1440, 768, PHONE);

    @Autowired
    ApplicationContext context;

    GivenService given;
    BodyId body;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        body = given.facts().body(TOP, "自治区科协");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String said(Page window) {
        return window.locator("main").textContent();
    }

    private static void press(Page window, String name) {
        window.getByRole(AriaRole.BUTTON, named(name)).first().click();
    }

    @Test
    void from_the_banners_that_are_left_a_tour_is_planned_invited_for_and_announced_without_script() {
        GivenTours.expert(context, KUNDULUN, "0472-5155050", true);
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/tours/coverage?region=" + BAOTOU.value());
        assertThat(said(clerk)).contains("还没有走进、也没有计划的旗县", "昆都仑区");
        clerk.locator("input[value='" + KUNDULUN.value() + "']").check();
        clerk.locator("input[value='" + QINGSHAN.value() + "']").check();
        press(clerk, "用勾选的旗县排一批");
        assertThat(clerk.locator("input[name=banners]:checked").count()).isEqualTo(2);
        clerk.locator("#title").fill("第14批");
        clerk.locator("#body").selectOption(new SelectOption().setLabel("自治区科协"));
        clerk.locator("#first").fill(GivenService.today().minusDays(3).toString());
        clerk.locator("#last").fill(GivenService.today().minusDays(1).toString());
        clerk.locator("#criteria").fill("五年内没有去过的");
        press(clerk, "保存");
        assertThat(said(clerk)).contains("结束日期不能早于今天");
        assertThat(clerk.locator("#criteria").inputValue()).isEqualTo("五年内没有去过的");
        assertThat(clerk.locator("input[name=banners]:checked").count()).isEqualTo(2);
        clerk.locator("#last").fill(GivenService.today().plusDays(60).toString());
        press(clerk, "保存");
        assertThat(said(clerk)).contains("巡讲已排好", "未邀请", "0 / 2 个旗县");
        var page = clerk.url();

        clerk.getByRole(AriaRole.LINK, named("邀请专家 昆都仑区")).click();
        assertThat(said(clerk)).contains("为昆都仑区（第14批）邀请");
        clerk.getByRole(AriaRole.LINK, named("邀请 那*")).click();
        assertThat(clerk.locator("#region").inputValue()).isEqualTo(KUNDULUN.value());
        assertThat(clerk.locator("#tour option:checked").textContent()).contains("第14批");
        clerk.locator("#place").fill("青松社区，找王主任 13812345678");
        clerk.locator("#day").fill(GivenService.today().plusDays(5).toString());
        clerk.locator("#region").selectOption(BAOTOU.value());
        press(clerk, "发出邀请");
        assertThat(said(clerk)).as("the place becomes public").contains("不要写电话");
        clerk.locator("#place").fill("青松社区");
        press(clerk, "发出邀请");
        assertThat(said(clerk)).contains("这批巡讲不到这个地区");
        assertThat(clerk.locator("#place").inputValue()).isEqualTo("青松社区");
        clerk.locator("#region").selectOption(KUNDULUN.value());
        press(clerk, "发出邀请");
        clerk.navigate(page);
        assertThat(said(clerk)).contains("已邀请（1 个）");
        press(clerk, "公布这批巡讲");
        given.database().sql("update people.invitation set state = 'ACCEPTED'").update();
        var visitor = withoutScript(PHONE);
        visitor.navigate("/experts");
        visitor.getByRole(AriaRole.LINK, named("专家巡讲")).click();
        assertThat(said(visitor))
                .contains("第14批", "包头市昆都仑区", "青松社区", "那日苏", "时间待定")
                .doesNotContain("5155050");
    }

    @Test
    void a_stop_is_planned_for_a_month_and_taken_out_and_a_tour_called_off_with_a_reason() {
        var tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN, QINGSHAN);
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/tours/" + tour);
        clerk.getByRole(AriaRole.LINK, named("改这一站 昆都仑区")).click();
        clerk.locator("#planned").fill("下个月");
        press(clerk, "保存");
        assertThat(said(clerk)).contains("写成 2027-06 或者 2027-06-18");
        assertThat(clerk.locator("#planned").inputValue()).isEqualTo("下个月");
        var month = GivenService.today().plusDays(20);
        clerk.locator("#planned").fill(month.toString().substring(0, 7));
        press(clerk, "保存");
        assertThat(said(clerk)).contains(month.getYear() + "年" + month.getMonthValue() + "月");
        clerk.getByRole(AriaRole.LINK, named("改这一站 青山区")).click();
        press(clerk, "去掉这一站");
        assertThat(said(clerk)).contains("这一站已去掉", "0 / 1 个旗县");
        press(clerk, "公布这批巡讲");
        clerk.locator("summary", new Page.LocatorOptions().setHasText("取消这批巡讲")).click();
        press(clerk, "取消这批巡讲");
        assertThat(clerk.url()).endsWith(tour.toString());
        clerk.locator("#reason-cancel").fill("请打 13800138009");
        press(clerk, "取消这批巡讲");
        assertThat(clerk.locator("#reason-cancel").inputValue()).isEqualTo("请打 13800138009");
        clerk.locator("#reason-cancel").fill("沙尘暴，改期");
        press(clerk, "取消这批巡讲");
        assertThat(said(clerk)).contains("巡讲已取消", "沙尘暴，改期").doesNotContain("邀请专家");
        press(clerk, "不再公布");
        assertThat(said(clerk)).contains("已不再公布").doesNotContain("公布这批巡讲");
    }

    @Test
    void who_comes_second_sees_what_stands_and_saves_once_more() {
        var tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN);
        var first = deskWithoutScript(PHONE);
        var second = deskWithoutScript(PHONE);
        for (var page : List.of("/edit", "/stops/" + KUNDULUN.value())) {
            first.navigate("/desk/tours/" + tour + page);
            second.navigate("/desk/tours/" + tour + page);
            var field = page.equals("/edit") ? "#title" : "#topic";
            first.locator(field).fill("先来的");
            press(first, "保存");
            second.locator(field).fill("后来的");
            press(second, "保存");
            assertThat(said(second)).contains("别人刚刚改过这批巡讲", "现在的内容", "先来的");
            assertThat(second.locator(field).inputValue()).isEqualTo("后来的");
            press(second, "保存");
            assertThat(said(second)).contains("已保存", "后来的").doesNotContain("先来的");
        }
    }

    @Test
    void what_is_counted_opens_the_indicator_that_counts_the_same() {
        var fact =
                given.facts().fact("REVITALISATION_VISIT", GivenService.today().toString(), BAOTOU);
        given.facts().record(fact.with(new Amounts(1, 40, 0, 0, 0)));
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/tours/coverage?programme=REVITALISATION&region=" + BAOTOU.value());
        var figure = clerk.locator("a[href*='/desk/indicators/revitalisation-visits?']");
        assertThat(figure.allTextContents())
                .as("told of the city, of no banner")
                .containsExactly("1");
        figure.click();
        assertThat(clerk.url()).contains("revitalisation-visits");
        clerk.navigate("/desk/tours/coverage?programme=EXPERTS&region=" + BAOTOU.value());
        assertThat(clerk.locator("a[href*='/desk/indicators/banners-visited-by-experts?']")
                        .allTextContents())
                .singleElement()
                .asString()
                .contains("0 / ");
    }

    @Test
    void a_tour_that_is_called_off_meanwhile_stays_chosen_and_is_refused() {
        var expert = GivenTours.expert(context, KUNDULUN, "13900139001", true);
        var tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN);
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/experts/" + expert + "/invite?tour=" + tour + "&banner=" + KUNDULUN.value());
        clerk.locator("#place").fill("青松社区");
        clerk.locator("#day").fill(GivenService.today().plusDays(5).toString());
        context.getBean(CancellingTours.class).cancel(GivenTours.clerk(), tour, new Reason("经费没有落实"));
        for (int turn = 0; turn < 2; turn++) {
            press(clerk, "发出邀请");
            assertThat(said(clerk)).contains("这批巡讲已经取消");
            assertThat(clerk.locator("#tour").inputValue()).isEqualTo(tour.toString());
        }
    }

    @Test
    void a_tour_out_of_reach_is_named_on_the_page_of_an_expert_and_not_linked() {
        var expert = GivenTours.expert(context, KUNDULUN, "13900139001", true);
        var tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, QINGSHAN);
        GivenTours.invited(context, expert, GivenTours.talk(body, QINGSHAN, 5, tour));
        var office = deskWithoutScript(PHONE);
        office.navigate("/desk/experts/" + expert);
        assertThat(office.locator("a[href='/desk/tours/" + tour + "']").count()).isEqualTo(1);
        var neighbour = withoutScript(PHONE);
        keepSession(
                neighbour, signedIn(accounts.with(Role.OFFICE_CLERK, KUNDULUN)).session());
        neighbour.navigate("/desk/experts/" + expert);
        assertThat(said(neighbour)).contains("草原生态讲座", "百名专家走进盟市旗县");
        assertThat(neighbour.locator("a[href='/desk/tours/" + tour + "']").count())
                .isZero();
    }

    @Test
    void another_division_is_chosen_and_what_is_typed_stays() {
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/tours/new?region=" + TOP.value());
        clerk.locator("#title").fill("第14批");
        clerk.locator("#last").fill(GivenService.today().plusDays(60).toString());
        clerk.locator("#programme").selectOption("REVITALISATION");
        clerk.locator("#region").selectOption(BAOTOU.value());
        press(clerk, "换成这个地区");
        assertThat(clerk.locator("#region").inputValue()).isEqualTo(BAOTOU.value());
        assertThat(clerk.locator("#title").inputValue()).isEqualTo("第14批");
        assertThat(clerk.locator("#programme").inputValue()).isEqualTo("REVITALISATION");
        clerk.locator("input[value='" + QINGSHAN.value() + "']").check();
        clerk.locator("#body").selectOption(new SelectOption().setLabel("自治区科协"));
        clerk.locator("#first").fill(GivenService.today().toString());
        clerk.locator("#criteria").fill("五年内没有去过的");
        clerk.locator("#title").press("Enter");
        assertThat(said(clerk)).contains("巡讲已排好", "包头市", "青山区");
    }

    @Test
    void below_the_banners_nothing_is_offered_that_is_not_there() {
        var clerk = withoutScript(PHONE);
        keepSession(clerk, signedIn(accounts.with(Role.OFFICE_CLERK, COMMUNITY)).session());
        clerk.navigate("/desk/tours");
        assertThat(said(clerk)).contains("巡讲按旗县排").doesNotContain("排一批巡讲", "覆盖情况");
        for (var page :
                List.of("new", "new?region=" + COMMUNITY.value(), "coverage", "coverage?region=" + COMMUNITY.value())) {
            assertThat(clerk.navigate("/desk/tours/" + page).status()).isEqualTo(404);
        }
    }

    @Test
    void every_page_can_be_read_and_used_by_everybody() throws Exception {
        UUID tour = GivenTours.tour(context, Programme.EXPERTS, body, TOP, KUNDULUN, QINGSHAN);
        var expert = GivenTours.expert(context, KUNDULUN, "0472-5155050", true);
        GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 5, tour));
        context.getBean(PlanningTours.class).announce(GivenTours.clerk(), tour, true);
        var window = desk(1440);
        for (var page : List.of(
                "tours /desk/tours",
                "tour /desk/tours/" + tour,
                "tour-new /desk/tours/new",
                "tour-edit /desk/tours/" + tour + "/edit",
                "tour-stop /desk/tours/" + tour + "/stops/" + QINGSHAN.value(),
                "coverage /desk/tours/coverage",
                "coverage-league /desk/tours/coverage?region=" + BAOTOU.value(),
                "visit /desk/experts?tour=" + tour + "&banner=" + QINGSHAN.value(),
                "visit-invite /desk/experts/" + expert + "/invite?tour=" + tour + "&banner=" + QINGSHAN.value(),
                "tours-public /experts/tours")) {
            window.navigate(page.substring(page.indexOf(' ') + 1));
            for (var width : WIDTHS) {
                window.setViewportSize(width, 844);
                screenshot(window, "people-" + page.substring(0, page.indexOf(' ')), width);
                assertNothingSticksOut(window);
            }
            assertNoSeriousFindings(window);
        }
        window.navigate("/desk/tours/coverage?region=" + BAOTOU.value());
        var file = window.waitForDownload(
                () -> window.getByRole(AriaRole.LINK, named("下载表格（CSV）")).click());
        assertThat(Files.readString(file.path())).contains("\"150203\",\"包头市\",\"昆都仑区\",\"排了、还没有走进\",\"0\"");
    }
}
