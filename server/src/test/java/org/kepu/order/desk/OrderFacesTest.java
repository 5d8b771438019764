package org.kepu.order.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.indicator.GivenFacts;
import org.kepu.order.GivenOrders;
import org.kepu.order.ServiceOrder;
import org.kepu.page.BrowsedSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole chain on a telephone: a resident, the community, the department, the team; with script and without. */
class OrderFacesTest extends BrowsedSite {

    private static final int PHONE = 390;

    @Autowired
    ApplicationContext context;

    GivenOrders given;
    GivenOrders.Team team;

    @BeforeEach
    void plant() {
        given = GivenOrders.onCleanGround(context);
        given.database().sql("delete from guard.attempt").update();
        forms.forgetSent();
        team = given.team("区科技志愿服务一队", 5);
        given.team("区应急宣讲队", GivenFacts.COMMUNITY, GivenFacts.KUNDULUN, 3, "DISASTER");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page window, String name) {
        window.getByRole(AriaRole.BUTTON, named(name)).first().click();
    }

    private static void look(Page window, String name, boolean script) {
        for (var width : List.of(1440, 768, PHONE)) {
            window.setViewportSize(width, 844);
            screenshot(window, "order-" + name + (script ? "" : "-plain"), width);
            assertNothingSticksOut(window);
        }
        if (script) {
            assertNoSeriousFindings(window);
        }
    }

    private Page desk(GivenAccounts.Given who, boolean script) {
        var window = script ? window(PHONE) : withoutScript(PHONE);
        keepSession(window, signedIn(who).session());
        return window;
    }

    private static void fold(Page window, String name) {
        window.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    /** Somebody else has the order in hand, too. */
    private void meanwhile() {
        given.database()
                .sql("update orders.service_order set version = version + 1")
                .update();
    }

    private static String said(Page window) {
        return window.locator("main").textContent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_resident_orders_and_everybody_does_their_part_on_a_telephone(boolean script) {
        var resident = script ? window(PHONE) : withoutScript(PHONE);
        resident.navigate("/orders");
        look(resident, "find", script);
        resident.navigate("/orders/menu?region=" + GivenFacts.KUNDULUN);
        assertThat(said(resident)).contains("区科技志愿服务一队", "健康生活和急救");
        look(resident, "menu", script);
        resident.getByText("请他们来").first().click();
        assertThat(resident.locator("#supplier").isChecked()).isTrue();
        resident.navigate("/orders/new");
        resident.locator("#region").selectOption(GivenFacts.KUNDULUN.value());
        look(resident, "where", script);
        press(resident, "下一步");
        resident.locator("#region").selectOption(GivenFacts.COMMUNITY.value());
        resident.locator("#subject").selectOption("HEALTH");
        resident.locator("#words").fill("想听怎么量血压");
        resident.locator("#place").fill("青松社区一楼 3 栋 201");
        resident.locator("#needs").fill("要轮椅坡道");
        resident.locator("#name").fill("王秀英");
        resident.locator("#phone").fill("123");
        resident.locator("#consent").check();
        look(resident, "new", script);
        press(resident, "提交点单");
        assertThat(resident.locator(".field-wrong").textContent()).contains("电话写 7 到 12 位数字。");
        assertThat(resident.locator("#words").inputValue()).isEqualTo("想听怎么量血压");
        assertThat(resident.locator("#region").inputValue()).isEqualTo(GivenFacts.COMMUNITY.value());
        look(resident, "wrong", script);
        resident.locator("#phone").fill("138 0013 8000");
        while (resident.locator(".ticket-code").count() == 0) {
            resident.waitForNavigation(() -> press(resident, "提交点单"));
        }
        var page = resident.url();
        assertThat(page).matches(Pattern.compile(".*/orders/\\d{12}"));
        assertThat(said(resident)).contains("已提交，等待受理", "青松社区").doesNotContain("王秀英", "13800138000", "3 栋 201", "轮椅");

        var community = desk(accounts.with(Role.COMMUNITY_CLERK, GivenFacts.COMMUNITY), script);
        community.navigate("/desk");
        assertThat(said(community)).contains("有 1 件点单等待受理");
        community.navigate("/desk/orders");
        assertThat(said(community)).contains("健康生活和急救").doesNotContain("王秀英", "1380013");
        look(community, "desk", script);
        community.getByRole(AriaRole.LINK, named("健康生活和急救")).click();
        press(community, "受理");
        assertThat(said(community)).contains("这里的部门都还没有人领单", "3 个部门还没有人领单", "区卫健委");
        assertThat(community.locator("#department").count())
                .as("nobody would see it")
                .isZero();
        var claiming = accounts.of(given.department(), GivenFacts.KUNDULUN);
        community.reload();
        assertThat(community.locator("#department option").allTextContents()).containsExactly("请选", "区卫健委");
        assertThat(said(community)).contains("2 个部门还没有人领单").doesNotContain("这里的部门都还没有人领单");
        fold(community, "不经部门，直接派给服务队");
        look(community, "accepted", script);
        press(community, "派给服务队");
        assertThat(community.locator("details[open] .field-error").textContent())
                .contains("请选派给谁");
        community.locator("#department").selectOption(given.department().toString());
        press(community, "派单");
        assertThat(said(community)).contains("待领单");

        var department = desk(claiming, script);
        department.navigate("/desk/orders");
        department.getByRole(AriaRole.LINK, named("健康生活和急救")).click();
        assertThat(said(department)).contains("主题对口", "同在昆都仑区", "还没有服务过");
        look(department, "claim", script);
        department.getByLabel(Pattern.compile("区科技志愿服务一队")).check();
        press(department, "领单");

        var leader = desk(accounts.of(team.body(), GivenFacts.KUNDULUN), script);
        leader.navigate("/desk/orders?hand=TEAM");
        leader.getByRole(AriaRole.LINK, named("健康生活和急救")).click();
        press(leader, "接单");
        assertThat(said(leader)).contains("已接单，待约时间").doesNotContain("王秀英", "1380013");
        leader.getByRole(AriaRole.LINK, named("联系电话")).click();
        assertThat(said(leader)).contains("138****8000");
        leader.goBack();
        leader.locator("#starts").fill(given.today().plusDays(3) + "T14:30");
        press(leader, "约定时间");
        look(leader, "scheduled", script);
        resident.reload();
        assertThat(said(resident)).contains("时间已定", "区科技志愿服务一队", "14:30");
        look(resident, "track", script);
        var code = ServiceOrder.spelled(page.substring(page.length() - 12));
        assertThat(said(leader)).as("the requester's proof").doesNotContain(code);
        community.reload();
        assertThat(said(community)).contains(code, "派单 · 区卫健委", "领单 · 区科技志愿服务一队", "接单 · 区科技志愿服务一队");
        given.begin();
        leader.locator("#served-day").fill(given.today().toString());
        leader.locator("#served-came").fill("-1");
        press(leader, "登记服务");
        assertThat(said(leader)).contains("人数 0 到 9999");
        assertThat(leader.locator("#served-came").inputValue()).isEqualTo("-1");
        leader.locator("#served-came").fill("82");
        press(leader, "登记服务");
        fold(leader, "更正服务登记");
        leader.locator("#amended-came").fill("28");
        leader.locator("#words-AMEND").fill("请打 13800138000");
        press(leader, "更正服务登记");
        assertThat(leader.locator("details[open] .field-error").textContent()).contains("不要写电话");
        assertThat(leader.locator("#amended-came").inputValue()).isEqualTo("28");
        look(leader, "amend", script);
        leader.locator("#words-AMEND").fill("数字写反了");
        press(leader, "更正服务登记");
        resident.reload();
        assertThat(said(resident)).contains("28 人", "服务登记有更正：数字写反了");
        fold(resident, "没有服务到");
        resident.locator("#words-DISPUTE").fill("我的电话 13800138000 没人打");
        press(resident, "没有服务到");
        assertThat(resident.locator("details[open] .field-error").textContent()).contains("不要写电话");
        assertThat(resident.locator("#words-DISPUTE").inputValue()).isEqualTo("我的电话 13800138000 没人打");
        look(resident, "dispute", script);
        press(resident, "确认已服务");
        resident.getByLabel("很满意").check();
        resident.locator("#words").fill("讲得明白");
        look(resident, "rate", script);
        press(resident, "提交评价");
        assertThat(said(resident)).contains("已办结", "5 分");
        look(resident, "closed", script);
        community.reload();
        assertThat(said(community)).contains("已办结", "讲得明白", "28 人");
        look(community, "closed-desk", script);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_clerk_orders_for_somebody_who_rings_up_and_keeps_the_menu_and_the_rules(boolean script) {
        var clerk = desk(accounts.with(Role.OFFICE_CLERK, GivenFacts.KUNDULUN), script);
        clerk.navigate("/desk/orders/new");
        clerk.locator("#region").selectOption(GivenFacts.COMMUNITY.value());
        clerk.locator("#supplier").selectOption(team.id().toString());
        clerk.locator("#place").fill("青松社区一楼");
        clerk.locator("#name").fill("乌云");
        clerk.locator("#phone").fill("13800138001");
        look(clerk, "agent", script);
        press(clerk, "登记点单");
        assertThat(said(clerk)).contains("待受理", "电话", "希望请区科技志愿服务一队");
        clerk.getByText("不受理", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        clerk.locator("#words-REFUSE").fill("没有会讲的队伍");
        clerk.locator("details[open] input[name=unmet]").check();
        meanwhile();
        clerk.locator("details[open]").getByRole(AriaRole.BUTTON).click();
        assertThat(said(clerk)).contains("刚才已有改动");
        assertThat(clerk.locator("#words-REFUSE").inputValue()).isEqualTo("没有会讲的队伍");
        assertThat(clerk.locator("details[open] input[name=unmet]").isChecked()).isTrue();
        look(clerk, "overtaken", script);
        clerk.locator("details[open]").getByRole(AriaRole.BUTTON).click();
        assertThat(said(clerk)).contains("未受理");
        clerk.navigate("/desk/orders/unmet?region=" + GivenFacts.KUNDULUN);
        assertThat(said(clerk)).contains("少先路街道", "1 / 1");
        assertThat(clerk.locator(".cartogram .heat-4").innerText()).contains("少先路街道", "1");
        look(clerk, "unmet", script);
        var map = clerk.locator(".cartogram").boundingBox();
        assertThat(clerk.locator(".cartogram + p").boundingBox().y)
                .as("the note keeps off the map")
                .isGreaterThan(map.y + map.height + 8);
        clerk.navigate("/desk/orders/suppliers");
        look(clerk, "suppliers", script);
        clerk.navigate("/desk/orders/suppliers/new");
        clerk.locator("#title").fill("区天文爱好者");
        press(clerk, "保存");
        assertThat(said(clerk)).contains("至少选一个主题");
        assertThat(clerk.locator("#title").inputValue()).isEqualTo("区天文爱好者");
        look(clerk, "supplier-wrong", script);
        clerk.getByLabel("天文和航天").check();
        press(clerk, "保存");
        assertThat(said(clerk)).contains("已保存");
        clerk.locator("#first").fill(given.today().plusDays(1).toString());
        clerk.locator("#last").fill(given.today().plusDays(3).toString());
        press(clerk, "登记");
        assertThat(said(clerk)).contains("已登记");
        clerk.locator("#first").fill(given.today().plusDays(3).toString());
        clerk.locator("#last").fill(given.today().plusDays(1).toString());
        press(clerk, "登记");
        assertThat(said(clerk)).contains("结束不早于开始");
        assertThat(clerk.locator("#last").inputValue())
                .isEqualTo(given.today().plusDays(1).toString());
        look(clerk, "supplier", script);
        clerk.locator("form[action$=remove] button").click();
        assertThat(said(clerk)).contains("这些日子又可以服务了");
        assertThat(clerk.locator("form[action$=remove]").count()).isZero();
        clerk.navigate("/desk/orders/rules");
        clerk.locator("#acceptDays").fill("0");
        press(clerk, "按这些执行");
        assertThat(said(clerk)).contains("写 1 到 60");
        clerk.locator("#acceptDays").fill("1");
        clerk.getByLabel("先由部门领单，再由服务队接单").uncheck();
        press(clerk, "按这些执行");
        assertThat(said(clerk)).contains("昆都仑区设的规则");
        look(clerk, "rules", script);
    }
}
