package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.page.BrowsedSite;
import org.kepu.people.hours.GivenHours;
import org.kepu.people.hours.SpotChecks;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.Right;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole line as people meet it on a telephone: asked, taken in, planned, confirmed by both, counted, certified, verified. */
class ServiceFacesTest extends BrowsedSite {

    private static final int PHONE = 390;
    private static final List<Integer> WIDTHS = List.of(1440, 768, PHONE);

    @Autowired
    ApplicationContext context;

    GivenService given;
    UUID team;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        forms.forgetSent();
        team = given.team("青松科技志愿服务队", KUNDULUN);
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

    /** In a window that runs script, for axe is one. */
    private static void look(Page window, String name) {
        for (var width : WIDTHS) {
            window.setViewportSize(width, 844);
            screenshot(window, "people-" + name, width);
            assertNothingSticksOut(window);
        }
        assertNoSeriousFindings(window);
        window.setViewportSize(PHONE, 844);
    }

    @Test
    void from_the_public_page_to_a_certificate_that_everybody_can_verify_without_script() {
        var volunteer = withoutScript(PHONE);
        volunteer.navigate("/volunteer?region=" + KUNDULUN.value());
        volunteer.getByRole(AriaRole.LINK, named("青松科技志愿服务队")).click();
        assertThat(said(volunteer)).contains("冬季路滑");
        volunteer.locator("#name").fill("乌云");
        volunteer.locator("#phone").fill("138");
        volunteer.locator("#consent").check();
        press(volunteer, "提交报名");
        assertThat(said(volunteer)).contains("号码不对");
        assertThat(volunteer.locator("#name").inputValue()).isEqualTo("乌云");
        volunteer.locator("#phone").fill("13800138001");
        while (volunteer.locator("#phone").count() > 0) {
            press(volunteer, "提交报名");
        }
        assertThat(said(volunteer)).contains("报名已收到", "本平台没有开通短信", "0479-7225050");
        assertThat(volunteer.locator(".ticket-code").count()).isZero();
        var code = new SentMessages(given.database(), given.bean(Vault.class))
                .find("13800138001", "([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        volunteer.navigate("/volunteer/mine/" + code.replace("-", ""));
        var mine = volunteer.url();
        assertThat(said(volunteer)).contains("等待答复");

        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/teams");
        assertThat(said(clerk)).contains("1 人等待答复");
        clerk.getByRole(AriaRole.LINK, named("青松科技志愿服务队")).click();
        assertThat(said(clerk)).contains("乌* 138****8001").doesNotContain("13800138001");
        press(clerk, "接收入队");
        assertThat(said(clerk)).contains("已办理");
        clerk.navigate("/desk/teams/" + team + "/shifts/new");
        clerk.locator("#title").fill("暴风雪怎么避险");
        clerk.locator("#region").selectOption(COMMUNITY.value());
        clerk.locator("#place").fill("青松社区活动室");
        clerk.locator("#day").fill(GivenService.today().minusDays(1).toString());
        clerk.locator("#starts").fill("09:00");
        clerk.locator("#ends").fill("12:00");
        press(clerk, "保存班次");
        assertThat(said(clerk)).contains("班次已排好", "还没有人参加");
        press(clerk, "安排");
        press(clerk, "登记到岗");
        assertThat(said(clerk)).contains("到 09:00，离 12:00");
        press(clerk, "确认时长");
        assertThat(said(clerk)).contains("已确认，等本人确认后计入");

        volunteer.navigate(mine);
        press(volunteer, "时间没错，确认");
        assertThat(said(volunteer)).contains("双方已确认，时长已计入", "累计 3 小时");
        assertThat(given.database()
                        .sql("select sum(minutes) from indicator.fact where source = 'volunteer'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(180);
        var download = volunteer.waitForDownload(() -> press(volunteer, "打印时长证明"));
        assertThat(download.suggestedFilename()).startsWith("ZY").endsWith(".pdf");
        var certificate = given.database()
                .sql("select code from certificate.certificate")
                .query(String.class)
                .single();
        volunteer.navigate("/verify/" + certificate);
        assertThat(said(volunteer)).contains("有效", "乌*", "3 小时", "暴风雪怎么避险");
        var window = window(PHONE);
        window.navigate("/verify/" + certificate);
        look(window, "verify");
    }

    @Test
    void what_was_typed_comes_back_with_what_is_wrong_with_it() {
        var volunteer = given.volunteer(team, "13800138001", false);
        var yesterday = GivenService.today().minusDays(1).toString();
        var shift = given.shift(team, COMMUNITY, yesterday, "09:00", "12:00");
        GivenHours.presentAt(context, shift, volunteer, yesterday, "09:00", "12:00");
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/shifts/" + shift);
        clerk.locator("summary", new Page.LocatorOptions().setHasText("撤回确认")).click();
        var reason = clerk.locator("details:has(summary:text('撤回确认')) input[name=reason]");
        reason.fill("打电话 13800138009 问");
        press(clerk, "撤回确认，改时间");
        assertThat(reason.inputValue()).isEqualTo("打电话 13800138009 问");
        assertThat(clerk.locator(".field-error").count()).isEqualTo(1);
        reason.fill("签到表是十点");
        press(clerk, "撤回确认，改时间");
        assertThat(said(clerk)).contains("已撤回确认");

        clerk.navigate("/desk/demands");
        clerk.locator("#topic").fill("青");
        clerk.locator("#words").fill("接羔时节常停电");
        press(clerk, "记下需求");
        assertThat(clerk.locator("#topic").inputValue()).isEqualTo("青");
        assertThat(clerk.locator("#words").inputValue()).isEqualTo("接羔时节常停电");
        assertThat(said(clerk)).contains("请写明要什么帮助");
        clerk.locator("#topic").fill("青贮");
        var form = clerk.locator("form[action='/desk/demands'] input[name=key]").inputValue();
        press(clerk, "记下需求");
        assertThat(said(clerk)).contains("需求已记下");
        var noted = clerk.url();
        clerk.navigate("/desk/demands");
        resend(clerk, form, "接羔时节常停电");
        assertThat(said(clerk)).contains("就是这条");
        assertThat(clerk.url()).isEqualTo(noted);
        clerk.navigate("/desk/demands");
        resend(clerk, form, "还想学接羔");
        assertThat(said(clerk)).contains("已经记过一条需求");
        assertThat(clerk.locator("#words").inputValue()).isEqualTo("还想学接羔");
        press(clerk, "记下需求");
        assertThat(said(clerk)).contains("需求已记下");
        assertThat(clerk.url()).isNotEqualTo(noted);

        clerk.navigate("/desk/rosters");
        clerk.getByText("登记外部系统的数").click();
        clerk.locator("#count-number").fill("640");
        clerk.locator("#day-number").fill(GivenService.today().plusDays(1).toString());
        clerk.locator("#source-number").fill("科普中国后台");
        clerk.locator("form[action='/desk/rosters/numbers'] button").click();
        assertThat(clerk.locator("#source-number").inputValue()).isEqualTo("科普中国后台");
        assertThat(said(clerk)).contains("日期不晚于今天");

        clerk.navigate("/desk/hours/checks");
        clerk.locator("#size").fill("999");
        press(clerk, "抽");
        assertThat(clerk.locator("#size").inputValue()).isEqualTo("999");
        assertThat(said(clerk)).contains("数量写 1 到 200");
    }

    /** The form of a demand as a browser keeps it behind the back button. */
    private static void resend(Page window, String key, String words) {
        window.locator("form[action='/desk/demands'] input[name=key]")
                .evaluate("(field, key) => field.value = key", key);
        window.locator("#topic").fill("青贮");
        window.locator("#words").fill(words);
        press(window, "记下需求");
    }

    /** The words stay in the form that was sent, with one sentence at the field; better words are taken. */
    private static void refuseThenTake(Page window, String fold, String done) {
        var form = window.locator("details:has(summary:text('" + fold + "'))").first();
        var reason = form.locator("input[name=reason]");
        form.locator("summary").click();
        reason.fill("打电话 13800138009 问");
        form.locator("button").click();
        assertThat(reason.inputValue()).as(fold).isEqualTo("打电话 13800138009 问");
        assertThat(window.locator(".field-error").count()).as(fold).isEqualTo(1);
        reason.fill("电话里说定了");
        form.locator("button").click();
        assertThat(said(window)).as(fold).contains(done);
    }

    @Test
    void a_reason_that_is_refused_stays_in_its_form() {
        given.volunteer(team, "13800138001", false);
        given.volunteer(team, "13800138002", false);
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/teams/" + team);
        refuseThenTake(clerk, "改为在编在岗", "以后计入的时长按新的算");
        refuseThenTake(clerk, "离队", "已办理");
        given.database()
                .sql(
                        "update people.membership set state = 'ASKED', settled_at = null, settled_by = null where state = 'IN'")
                .update();
        clerk.reload();
        refuseThenTake(clerk, "不接收", "已办理");
        clerk.navigate("/desk/teams/" + team + "/edit");
        refuseThenTake(clerk, "撤销服务队", "服务队已撤销");
    }

    @Test
    void every_page_can_be_read_and_used_by_everybody() {
        var volunteer = given.volunteer(team, "13800138001", false);
        var yesterday = GivenService.today().minusDays(1).toString();
        var shift = given.shift(team, COMMUNITY, yesterday, "09:00", "12:00");
        given.shift(team, COMMUNITY, GivenService.today().plusDays(2).toString(), "09:00", "12:00");
        GivenHours.served(context, shift, volunteer, yesterday, "09:00", "12:00");
        var window = desk(1440);
        for (var page : List.of(
                "portal /volunteer",
                "join /volunteer/teams/" + team,
                "find /volunteer/mine",
                "experts-public /experts",
                "teams /desk/teams",
                "team-new /desk/teams/new",
                "team /desk/teams/" + team,
                "team-edit /desk/teams/" + team + "/edit",
                "shifts /desk/teams/" + team + "/shifts",
                "shift-new /desk/teams/" + team + "/shifts/new",
                "shift /desk/shifts/" + shift,
                "import /desk/teams/" + team + "/import",
                "rules /desk/teams/rules",
                "checks /desk/hours/checks",
                "experts /desk/experts",
                "expert-new /desk/experts/new",
                "rosters /desk/rosters",
                "rosters-heads /desk/rosters?kind=HEAD",
                "rosters-tutors /desk/rosters?kind=TUTOR",
                "demands /desk/demands")) {
            window.navigate(page.substring(page.indexOf(' ') + 1));
            look(window, page.substring(0, page.indexOf(' ')));
        }
    }

    @Test
    void an_expert_is_entered_invited_and_answers_by_the_link_without_script() {
        given.facts().body(GivenService.clerk().regions().iterator().next(), "自治区科协");
        var clerk = deskWithoutScript(PHONE);
        clerk.navigate("/desk/experts/new");
        clerk.locator("#name").fill("那日苏");
        clerk.locator("#phone").fill("0472-5155050");
        clerk.locator("#agreedHow").fill("签了聘书");
        clerk.locator("#region")
                .selectOption(GivenService.clerk().regions().iterator().next().value());
        clerk.locator("#fields").selectOption("230");
        press(clerk, "保存");
        assertThat(said(clerk)).contains("专家信息已保存", "畜牧、兽医科学");
        var page = clerk.url();
        clerk.getByRole(AriaRole.LINK, named("邀请").setExact(true)).click();
        clerk.locator("#title").fill("草原灾害防御讲座");
        clerk.locator("#body").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("自治区科协"));
        clerk.locator("#region")
                .selectOption(GivenService.clerk().regions().iterator().next().value());
        clerk.locator("#place").fill("科技馆");
        clerk.locator("#day").fill(GivenService.today().plusDays(3).toString());
        press(clerk, "发出邀请");
        var link = said(clerk).replaceAll("(?s).*(/experts/invitations/[0-9A-Z]{16}).*", "$1");
        var expert = withoutScript(PHONE);
        expert.navigate(link);
        var window = window(PHONE);
        window.navigate(link);
        look(window, "invitation");
        press(expert, "答应");
        assertThat(said(expert)).contains("已收到您的答复", "已答应");
        clerk.navigate(page);
        assertThat(said(clerk)).contains("已答应");
        clerk.navigate(page + "/edit");
        refuseThenTake(clerk, "退出专家库", "已退出");
    }

    @Test
    void a_volunteers_own_page_can_be_read_by_everybody() {
        var window = window(PHONE);
        window.navigate("/volunteer/teams/" + team);
        window.locator("#name").fill("乌云");
        window.locator("#phone").fill("0472-5155050");
        window.locator("#consent").check();
        while (window.locator(".ticket-code").count() == 0) {
            press(window, "提交报名");
        }
        look(window, "joined");
        window.getByRole(AriaRole.LINK, named("打开")).click();
        var mine = window.url();
        var volunteer = given.database()
                .sql("select person from people.volunteer")
                .query(UUID.class)
                .single();
        given.database()
                .sql("update people.membership set state = 'IN', settled_at = now()")
                .update();
        given.shift(team, COMMUNITY, GivenService.today().plusDays(2).toString(), "09:00", "12:00");
        var yesterday = GivenService.today().minusDays(1).toString();
        var shift = given.shift(team, COMMUNITY, yesterday, "09:00", "12:00");
        GivenHours.presentAt(context, shift, volunteer, yesterday, "09:00", "12:00");
        var counted = given.shift(team, COMMUNITY, yesterday, "14:00", "15:00");
        GivenHours.served(context, counted, volunteer, yesterday, "14:00", "15:00");
        var day = GivenService.today();
        given.bean(SpotChecks.class).draw(GivenPlans.may(Right.RUN_LEDGER), KUNDULUN, day.minusDays(2), day, 5);
        window.navigate(mine);
        window.getByRole(AriaRole.LINK, named("看这次抽查")).click();
        var mark = window.locator("ol code").textContent();
        window.navigate(mine);
        assertThat(said(window)).contains("请您确认", "可以参加的班次", "抽查到您的服务", mark);
        look(window, "mine");
        window.getByText("不对，提异议").first().click();
        window.locator("input[name=words]").first().fill("错");
        press(window, "提交异议");
        assertThat(window.locator("input[name=words]").first().inputValue())
                .as("what was typed comes back, at its field")
                .isEqualTo("错");
        assertThat(window.locator(".field-error").count()).isEqualTo(1);
        look(window, "mine-wrong");
        window.locator("input[name=words]").first().fill("我十二点半才走");
        press(window, "提交异议");
        assertThat(said(window)).contains("异议已收到", "等待答复");
    }
}
