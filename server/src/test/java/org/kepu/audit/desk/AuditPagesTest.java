package org.kepu.audit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.audit.Act;
import org.kepu.audit.chain.GivenTrail;
import org.kepu.audit.chain.OnQuietTrail;
import org.kepu.audit.chain.Sealing;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.Ground;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors see, find and take away; and what others do not. */
@OnQuietTrail
class AuditPagesTest extends RunningSite {

    private static final RegionCode LEAGUE = new RegionCode("152500");
    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode NEIGHBOUR = new RegionCode("150600");
    private static final Pattern LABEL = Pattern.compile("data-label=\"对象\">(?:[^<]* · )?([^<]*)</td>");

    @Autowired
    private GivenTrail given;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton tree;

    private Given clerk;

    @BeforeEach
    void aTrailOfThreePlaces() {
        new Ground(database).clear();
        tree.afterSingletonsInstantiated();
        clerk = accounts.office();
        given.clear();
        act("本盟", LEAGUE);
        act("本旗", BANNER);
        act("邻盟", NEIGHBOUR);
        given.record(clerk.actor(), Act.of("access.act.account-opened", "account", "a-1", "无区划"));
        sealing.all();
    }

    private void act(String label, RegionCode region) {
        given.record(
                clerk.actor(),
                Act.of("plan.act.confirmed", "plan", "of-" + region, label)
                        .in(region)
                        .changed("state", "DRAFT", "IN_FORCE")
                        .because("为" + label));
    }

    @Test
    void an_auditor_of_a_league_sees_exactly_the_rows_of_its_divisions() {
        var auditor = auditor(LEAGUE);

        assertThat(seen(auditor, "")).containsExactly("本旗", "本盟");
        assertThat(seen(auditor, "?region=150600")).isEmpty();
        assertThat(seen(auditor, "?words=" + encoded("邻盟"))).isEmpty();
        assertThat(auditor.get("/desk/audit/" + id("邻盟")).status()).isEqualTo(404);
        assertThat(auditor.get("/desk/audit/" + id("无区划")).status()).isEqualTo(404);
        assertThat(auditor.get("/desk/audit/" + id("本旗")).status()).isEqualTo(200);
        assertThat(sheet(auditor, "region", "")).containsExactly("本旗", "本盟");
    }

    @Test
    void an_auditor_of_the_top_sees_what_belongs_to_no_division_too() {
        assertThat(seen(auditor(GivenAccounts.TOP), "")).containsExactly("无区划", "邻盟", "本旗", "本盟");
    }

    @Test
    void each_condition_finds_its_rows_and_no_others() {
        var auditor = auditor(GivenAccounts.TOP);
        given.record(
                accounts.with(Role.LEADER, LEAGUE).actor(),
                Act.of("plan.act.discarded", "plan", "of-x", "一百％_")
                        .in(LEAGUE)
                        .about(clerk.account())
                        .changed("title", "甲", "乙"));

        assertThat(seen(auditor, "?person=leader")).containsExactly("一百％_");
        assertThat(seen(auditor, "?person=OFFICE")).containsExactly("无区划", "邻盟", "本旗", "本盟");
        assertThat(seen(auditor, "?person=nobody")).isEmpty();
        assertThat(seen(auditor, "?act=plan.act.discarded")).containsExactly("一百％_");
        assertThat(seen(auditor, "?object=of-152524")).containsExactly("本旗");
        assertThat(seen(auditor, "?object=" + encoded("盟"))).containsExactly("邻盟", "本盟");
        assertThat(seen(auditor, "?region=1525")).containsExactly("一百％_", "本旗", "本盟");
        assertThat(seen(auditor, "?region=152524")).containsExactly("本旗");
        assertThat(seen(auditor, "?subject=office")).containsExactly("一百％_");
        assertThat(seen(auditor, "?words=" + encoded("％_"))).containsExactly("一百％_");
        assertThat(seen(auditor, "?words=" + encoded("%"))).isEmpty();
        assertThat(seen(auditor, "?words=" + encoded("为本"))).containsExactly("本旗", "本盟");
        assertThat(seen(auditor, "?words=" + encoded("甲"))).containsExactly("一百％_");
        assertThat(seen(auditor, "?words=" + encoded("' or 1=1 --"))).isEmpty();
        assertThat(seen(auditor, "?from=2000-01-01&until=2000-12-31")).isEmpty();
        assertThat(seen(auditor, "?from=2000-01-01")).hasSize(5);
        assertThat(seen(auditor, "?until=2000-01-01")).isEmpty();
    }

    @Test
    void the_days_asked_for_are_those_of_the_clock_on_the_wall() {
        given.superuser()
                .sql("update audit.entry set at = '2026-03-04 16:00:00Z' where label = '本旗'")
                .update();
        given.superuser()
                .sql("update audit.entry set at = '2026-03-05 15:59:59Z' where label = '本盟'")
                .update();
        var auditor = auditor(GivenAccounts.TOP);

        assertThat(seen(auditor, "?from=2026-03-05&until=2026-03-05")).containsExactly("本盟", "本旗");
        assertThat(seen(auditor, "?from=2026-03-06&until=2026-03-06")).isEmpty();
        assertThat(seen(auditor, "?until=2026-03-04")).isEmpty();
    }

    @Test
    void a_condition_that_cannot_be_is_told_at_its_field() {
        var auditor = auditor(GivenAccounts.TOP);

        var day = auditor.get("/desk/audit?from=2026-02-31");
        assertThat(day.status()).isEqualTo(422);
        assertThat(day.body()).contains("id=\"from-error\"", "日期应形如 2026-03-05", "href=\"#from\"");
        var region = auditor.get("/desk/audit?region=abc");
        assertThat(region.status()).isEqualTo(422);
        assertThat(region.body()).contains("id=\"region-error\"");
        assertThat(auditor.get("/desk/audit?after=abc").status()).isEqualTo(200);
        assertThat(auditor.get("/desk/audit/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void pages_follow_each_other_by_key_while_rows_are_added() {
        var auditor = auditor(GivenAccounts.TOP);
        given.clear();
        for (var i = 1; i <= 120; i++) {
            act("第" + i, LEAGUE);
        }
        var first = auditor.get("/desk/audit?person=office");
        assertThat(labels(first)).hasSize(50).startsWith("第120").endsWith("第71");

        act("后来", LEAGUE);
        var second = auditor.get(next(first));
        assertThat(labels(second)).hasSize(50).startsWith("第70").endsWith("第21");
        var third = auditor.get(next(second));
        assertThat(labels(third)).hasSize(20).startsWith("第20").endsWith("第1");
        assertThat(third.body()).doesNotContain("rel=\"next\"").contains("回到最新");
    }

    @Test
    void one_act_is_shown_with_before_and_after_and_its_place_in_the_chain() {
        var page = auditor(GivenAccounts.TOP).get("/desk/audit/" + id("本旗")).body();

        assertThat(page).contains("为本旗", "DRAFT", "IN_FORCE", "第 2 号", "OFFICE_CLERK", "苏尼特右旗", "plan of-152524");
    }

    @Test
    void whom_an_act_concerns_and_what_it_gave_is_told_in_words_here_and_on_the_sheet() {
        var leader = accounts.with(Role.LEADER, LEAGUE);
        given.clear();
        given.record(
                clerk.actor(),
                Act.of("access.act.taken-back", "grant", "g-1", "REGION:152500")
                        .in(LEAGUE)
                        .about(leader.account())
                        .changed("access.role", Role.PRIVACY_OFFICER, null)
                        .changed("access.place", "REGION:150600", null));
        given.record(
                clerk.actor(),
                Act.of(
                                "access.act.deputy-named",
                                "deputy",
                                "d-1",
                                leader.account().toString())
                        .in(LEAGUE)
                        .about(clerk.account())
                        .changed("access.deputy.account", null, leader.account()));
        given.record(
                clerk.actor(),
                Act.of("privacy.act.requested", "request", "r-1", "DELETE").in(LEAGUE));
        given.record(
                Actor.program("sign-in"),
                Act.of("access.act.locked-out", "sign-in", "ACCOUNT", "").in(LEAGUE));
        var auditor = auditor(LEAGUE);

        var list = auditor.get("/desk/audit").body();
        assertThat(list)
                .contains("\"对象\">LEADER</td>", "\"对象\">删除</td>", "平台（登录）")
                .containsPattern("LEADER\\s+· 锡林郭勒盟")
                .doesNotContain("REGION:", "DELETE", leader.account().toString());
        var sheet = auditor.post("/desk/audit/export", "reason", "看看文字").body();
        assertThat(sheet)
                .contains("角色：个人信息保护负责人 → —", "鄂尔多斯市 → —", "— → LEADER", "平台（登录）")
                .doesNotContain("REGION:", "PRIVACY_OFFICER", "DELETE");
        var act = database.sql("select id from audit.entry where object = 'g-1'")
                .query(UUID.class)
                .single();
        assertThat(auditor.get("/desk/audit/" + act).body())
                .contains("个人信息保护负责人", "鄂尔多斯市")
                .doesNotContain("REGION:", "PRIVACY_OFFICER");
    }

    @Test
    void names_and_labels_are_shown_as_text() {
        act("<script>alert(1)</script>", LEAGUE);
        var auditor = auditor(GivenAccounts.TOP);

        assertThat(auditor.get("/desk/audit").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
        assertThat(auditor.get("/desk/audit/" + id("<script>alert(1)</script>")).body())
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void whoever_exports_says_why_and_it_is_on_the_trail_and_on_the_sheet() {
        var auditor = auditor(GivenAccounts.TOP);
        auditor.get("/desk/audit");
        var without = auditor.post("/desk/audit/export", "region", "1525", "reason", "  ");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("请写明理由", "value=\"1525\"");
        assertThat(auditor.post("/desk/audit/export", "reason", "核查13812345678的改动")
                        .body())
                .contains("理由里不要写电话、证件号码或者邮箱");
        assertThat(exports()).isEmpty();

        var sheet = auditor.post("/desk/audit/export", "region", "1525", "person", "office", "reason", "年度审计");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(sheet.header("Content-Disposition")).startsWith("attachment;");
        var lines = sheet.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("\uFEFF\"AUDITOR 于 ").contains("理由：年度审计，编号 ");
        assertThat(lines.getLast()).isEqualTo(lines.getFirst().substring(1));
        assertThat(lines.get(2)).contains("\"本旗\"", "\"state：DRAFT → IN_FORCE\"", "\"为本旗\"", "苏尼特右旗");
        assertThat(lines.get(3)).contains("\"本盟\"");
        assertThat(exports()).containsExactly("年度审计|person=… region=1525");
    }

    @Test
    void a_sheet_holds_no_formulas() {
        act("=cmd|' /C calc'!A0", LEAGUE);
        act("-1+1", LEAGUE);
        act("a\"b\nc", LEAGUE);
        var auditor = auditor(GivenAccounts.TOP);
        auditor.get("/desk/audit");

        assertThat(auditor.post("/desk/audit/export", "reason", "看看公式").body())
                .contains("\"'=cmd|' /C calc'!A0\"", "\"'-1+1\"", "\"a\"\"b\nc\"");
    }

    @Test
    void whoever_has_no_right_is_refused_and_that_is_on_the_trail() {
        var office = clerk();
        given.clear();

        assertThat(office.get("/desk/audit").status()).isEqualTo(403);
        assertThat(office.get("/desk/audit/" + UUID.randomUUID()).status()).isEqualTo(403);
        assertThat(office.post("/desk/audit/export", "reason", "没有权限").status()).isEqualTo(403);
        for (var role : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)) {
            assertThat(signedIn(accounts.with(role, GivenAccounts.TOP))
                            .get("/desk/audit")
                            .status())
                    .isEqualTo(403);
        }

        var shown = refusals(clerk.account());
        assertThat(shown).hasSize(3).startsWith("GET /desk/audit").endsWith("POST /desk/audit/export");
        assertThat(office.get("/desk").body()).doesNotContain("href=\"/desk/audit\"");
        assertThat(auditor(LEAGUE).get("/desk").body()).contains("href=\"/desk/audit\"");
    }

    @Test
    void a_flood_of_refused_accesses_leaves_a_few_rows() {
        var office = clerk();
        given.clear();
        Together.together(
                4 * RefusedAccesses.A_MINUTE,
                i -> office.get("/desk/audit?x=" + i).status());

        assertThat(refusals(clerk.account())).hasSize(RefusedAccesses.A_MINUTE).containsOnly("GET /desk/audit");
    }

    private Visitor auditor(RegionCode region) {
        return signedIn(accounts.with(Role.AUDITOR, region));
    }

    /** The acts of this test have a label; that the auditor signed in has none. */
    private List<String> seen(Visitor auditor, String query) {
        return labels(auditor.get("/desk/audit" + query));
    }

    private static List<String> labels(Visitor.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return LABEL.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static List<String> sheet(Visitor auditor, String... fields) {
        auditor.get("/desk/audit");
        var all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(fields), java.util.stream.Stream.of("reason", "为了测试"))
                .toArray(String[]::new);
        var lines = auditor.post("/desk/audit/export", all).body().lines().toList();
        return lines.subList(2, lines.size() - 1).stream()
                .map(line -> Pattern.compile("\"([^\"]*)\"")
                        .matcher(line)
                        .results()
                        .map((MatchResult cell) -> cell.group(1))
                        .toList()
                        .get(5))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static String next(Visitor.Answer page) {
        var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private List<String> refusals(UUID account) {
        return database.sql("""
                        select label from audit.entry where act = 'audit.act.refused' and actor = :actor order by number
                        """).param("actor", account).query(String.class).list();
    }

    private List<String> exports() {
        return database.sql("select reason || '|' || label from audit.entry where act = 'audit.act.exported'")
                .query(String.class)
                .list();
    }

    private String id(String label) {
        return database.sql("select id from audit.entry where label = :label")
                .param("label", label)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
