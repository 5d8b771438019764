package org.kepu.access.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kepu.access.GivenAccounts.TOP;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.access.token.MakingTokens;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.page.BrowsedSite;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, invitations, deputies and services in a browser: as a phone, a tablet and a desk show them, and by keyboard. */
class PeopleFacesTests extends BrowsedSite {

    private static final RegionCode KUNDULUN = new RegionCode("150203");

    @Autowired
    private Inviting inviting;

    @Autowired
    private Granting granting;

    @Autowired
    private Deputies deputies;

    @Autowired
    private MakingTokens making;

    @Autowired
    private Places places;

    @Autowired
    private KeepingBodies bodies;

    @Autowired
    private java.time.Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private Given admin;
    private Given security;
    private Given office;
    private Given leader;

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        OnPostgres.Server.owner(database).sql("truncate access.account cascade").update();
        initialTree.afterSingletonsInstantiated();
        var body = bodies.register(accounts.scope(Right.KEEP_BODIES), KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        admin = accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP);
        security = accounts.with(Role.SECURITY_ADMINISTRATOR, TOP);
        office = accounts.with(Role.OFFICE_CLERK, TOP);
        leader = accounts.with(Role.LEADER, KUNDULUN);
        accounts.with(Role.AUDITOR, TOP);
        called(admin, "陈静");
        called(security, "苏日娜");
        called(office, "王敏");
        called(leader, "巴特尔");
        var keeping = accounts.scope(Role.SYSTEM_ADMINISTRATOR, TOP, Right.KEEP_ACCOUNTS);
        var place = places.of("BODY:" + body.id()).orElseThrow();
        inviting.invite(
                keeping,
                new Newcomer(
                        "lihua", "李华", place, Contact.read("lihua@example.cn").orElseThrow(), Role.DEPARTMENT_CLERK));
        inviting.invite(keeping, new Newcomer("zhaolei", "赵磊", place, null, null));
        making.make(
                Actor.program("test"),
                "数据共享平台",
                Role.LEADER,
                places.of("REGION:150000").orElseThrow(),
                90);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1440})
    void every_page_is_sound_at_every_width(int width) {
        var day = java.time.LocalDate.now(clock);
        deputies.nameOwn(
                accounts.scope(Role.OFFICE_CLERK, TOP, Right.DESK),
                new DeputyRule.Wanted(office.account(), leader.name(), day, day.plusDays(6), "出差"));
        var invited = database.sql("select id from access.account where name = 'lihua'")
                .query(String.class)
                .single();
        var service = database.sql("select id from access.account where kind = 'SERVICE'")
                .query(String.class)
                .single();
        look(width, security, "people", "/desk/people");
        look(width, security, "roles", "/desk/people/roles");
        look(width, security, "person", "/desk/people/" + office.account());
        database.sql("""
                insert into access.code_app (account, name, secret, last_step, added_at)
                values (:leader, '手机', 'lost', 0, now())""").param("leader", leader.account()).update();
        look(width, security, "person-protected", "/desk/people/" + leader.account());
        OnPostgres.Server.owner(database).sql("truncate access.code_app").update();
        look(width, security, "person-invited", "/desk/people/" + invited);
        look(width, security, "grant", "/desk/people/" + leader.account() + "/grants/new?q=昆都仑");
        look(width, security, "services", "/desk/people/services");
        look(width, security, "service", "/desk/people/services/" + service);
        look(width, security, "service-new", "/desk/people/services/new");
        look(width, admin, "person-admin", "/desk/people/" + leader.account());
        look(width, admin, "invitations", "/desk/people/invitations");
        look(width, admin, "invite", "/desk/people/invitations/new");
        look(width, leader, "deputies", "/desk/deputies");
    }

    @Test
    void a_role_is_given_and_taken_back_by_keyboard() {
        var window = as(security, 1440);
        window.navigate("/desk/people");
        window.getByRole(AriaRole.LINK, named("巴特尔")).press("Enter");
        window.locator(".heading-acts a").press("Enter");
        window.getByLabel("找区划、单位或方案").fill("区科协");
        window.keyboard().press("Enter");
        window.getByLabel("昆都仑区 · 区科协").press("Space");
        window.getByLabel("角色", new Page.GetByLabelOptions().setExact(true)).selectOption("DEPARTMENT_CLERK");
        window.getByLabel("原因").fill(" ");
        window.getByRole(AriaRole.BUTTON, named("授予角色")).press("Enter");
        assertThat(window.locator(".note.tone-bad")).containsText("有 1 处需要修改");
        assertNoSeriousFindings(window);
        screenshot(window, "grant-wrong", 1440);
        window.getByLabel("原因").fill("岗位调整");
        window.getByLabel("原因").press("Enter");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("已授予角色");
        assertThat(window.locator(".card-title")).containsText(new String[] {"部门工作人员", "领导"});

        window.locator("summary:has-text('收回角色')").first().press("Enter");
        window.getByLabel("原因").first().fill("写错了");
        window.getByLabel("原因").first().press("Enter");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("角色已收回");
        screenshot(window, "person-after", 1440);
    }

    @Test
    void somebody_is_invited_and_joins() {
        var window = as(admin, 390);
        window.navigate("/desk/people/invitations/new?q=区科协");
        window.getByLabel("姓名").fill("孙丽");
        window.getByLabel("账号").fill("sunli");
        window.getByRole(AriaRole.BUTTON, named("邀请人员")).click();
        var told = window.getByRole(AriaRole.STATUS).innerText();
        assertNothingSticksOut(window);
        screenshot(window, "invited", 390);
        var link = told.substring(told.indexOf("/join/")).strip();

        var theirs = window(390);
        theirs.navigate(link);
        assertNoSeriousFindings(theirs);
        assertNothingSticksOut(theirs);
        screenshot(theirs, "join", 390);
        theirs.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill("一二三");
        theirs.getByLabel("再输入一次口令").fill("一二三");
        theirs.getByRole(AriaRole.BUTTON, named("设置口令")).click();
        assertThat(theirs.locator(".note.tone-bad")).isVisible();
        theirs.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill("骑马看书走过草原的那一天真好");
        theirs.getByLabel("再输入一次口令").fill("骑马看书走过草原的那一天真好");
        theirs.getByRole(AriaRole.BUTTON, named("设置口令")).click();
        assertThat(theirs.getByRole(AriaRole.STATUS)).containsText("口令已设置");
        theirs.navigate(link);
        assertThat(theirs.locator("h1")).hasText("这个链接不能用了");
        assertNoSeriousFindings(theirs);
        screenshot(theirs, "join-over", 390);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void acting_for_somebody_is_seen_on_every_page(int width) {
        var day = java.time.LocalDate.now(clock);
        deputies.nameOwn(
                accounts.scope(Role.OFFICE_CLERK, TOP, Right.DESK),
                new DeputyRule.Wanted(office.account(), leader.name(), day, day.plusDays(6), "出差"));
        var window = as(leader, width);
        window.navigate("/desk");
        screenshot(window, "deputy-todo", width);
        window.getByRole(AriaRole.BUTTON, named("开始代办")).click();
        for (var path : List.of("/desk", "/desk/ledger", "/desk/bodies", "/desk/deputies")) {
            window.navigate(path);
            assertThat(window.locator(".in-place-of")).containsText("正在代王敏办理");
        }
        assertNoSeriousFindings(window);
        assertNothingSticksOut(window);
        screenshot(window, "deputy-acting", width);
        window.getByRole(AriaRole.BUTTON, named("结束代办")).click();
        assertThat(window.locator(".in-place-of")).hasCount(0);
    }

    private void look(int width, Given who, String name, String path) {
        var window = as(who, width);
        window.navigate(path);
        assertThat(window.locator("h1")).isVisible();
        assertNoSeriousFindings(window);
        assertNothingSticksOut(window);
        screenshot(window, "people-" + name, width);
    }

    private Page as(Given who, int width) {
        var window = window(width);
        window.context().addCookies(List.of(new Cookie("kepu", signedIn(who).session()).setUrl(address())));
        return window;
    }

    private void called(Given who, String name) {
        database.sql("update access.account set display_name = :name where id = :id")
                .param("name", name)
                .param("id", who.account())
                .update();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
