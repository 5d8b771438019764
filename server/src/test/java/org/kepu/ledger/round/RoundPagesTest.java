package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.LEAGUE;
import static org.kepu.ledger.round.GivenRounds.NEIGHBOUR;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.file.FileId;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.PlanId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A round played on the pages: by the office of a banner, a department and the league. */
class RoundPagesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AskingPlans asking;

    private GivenRounds given;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        plan = given.plan();
    }

    @Test
    void the_office_opens_a_round_the_department_answers_and_the_office_accepts() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        assertThat(office.get("/desk/rounds").body()).contains("还没有调度", "发起调度");
        assertThat(office.get("/desk/rounds/new?period=QUARTER").body())
                .contains("苏尼特右旗", plan.toString(), "type=\"date\"");
        var answer = office.post("/desk/rounds", form(plan, "name", "第三季度调度"));
        assertThat(answer.status()).isEqualTo(302);
        var path = answer.location();
        assertThat(office.get(path).body()).contains("正在下发填报表：已完成 0 个方案，共 1 个");
        asking.run();
        assertThat(office.get(path).body())
                .contains("旗科协", "旗教育局", "旗气象局", "待填报")
                .doesNotContain("正在下发填报表：");
        assertThat(office.post("/desk/rounds", form(plan, "name", "再来一次")).location())
                .isEqualTo(path);

        var department = department();
        var mine = path + "/sheets/" + given.sheet("旗科协");
        assertThat(department.get("/desk").body()).contains("填报“第三季度调度”（旗科协）", mine);
        var sheet = department.get(mine).body();
        assertThat(sheet).contains("办好讲座", "办好展览", "办好竞赛", "本期事实 0 件", "name=\"act\" value=\"submit\"");
        var lacking = department.post(mine, fields("submit", "PROGRESS", ""));
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("还不能提交，有 3 项需要补充", "请用一两句话说明进展");
        var done = department.post(mine, fields("submit", "PROGRESS", "办了三场"));
        assertThat(done.location()).isEqualTo(mine);
        assertThat(department.get(mine).body()).contains("已按时提交。", "已提交", "撤回").doesNotContain("name=\"act\"");
        assertThat(department.get(path).body()).contains("旗科协").doesNotContain("旗气象局");

        var reading = office.get(mine).body();
        assertThat(reading).contains("办了三场", "审核通过", "按所填原因退回");
        var version = reading.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        office.post(mine + "/accept", "version", version);
        assertThat(office.get(mine).body()).contains("已通过。").doesNotContain("审核通过</button>");
        assertThat(office.get("/desk/measures/" + given.plans.measure(plan, "办好讲座"))
                        .body())
                .contains("历次调度", "第三季度调度", "办了三场");
        assertThat(office.get(path + "?state=ACCEPTED").body())
                .contains("旗科协</a>")
                .doesNotContain("旗气象局</a>");
        assertThat(office.get(path + "/table.csv").body()).contains("\"苏尼特右旗\",\"旗科协\",", "\"已通过\"", "\"旗气象局\"");
    }

    @Test
    void a_form_with_mistakes_says_at_the_fields_what_is_wrong() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var answer = office.post(
                "/desk/rounds",
                "region",
                "152524",
                "period",
                "QUARTER",
                "name",
                "",
                "from",
                "2026-07-01",
                "to",
                "2026-08-31",
                "dueDays",
                "0",
                "opinionDays",
                "3",
                "mendDays",
                "0",
                "before",
                "三",
                "after",
                "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("名称请写 2 至 60 个字", "起止日期不是这个周期的一整期", "请填 1 至 60 个工作日", "请填 30 以内的天数", "请写数字，用逗号隔开", "请至少选择一个");
    }

    @Test
    void what_was_typed_where_a_number_belongs_stays_with_the_rest_of_the_form() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var fields = form(plan, "name", "第三季度调度");
        fields[List.of(fields).indexOf("dueDays") + 1] = "十天";
        fields[List.of(fields).indexOf("mendDays") + 1] = "99999999999";
        var answer = office.post("/desk/rounds", fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填 1 至 60 个工作日", "请填 30 以内的天数", "value=\"十天\"", "value=\"第三季度调度\"");
        var far = office.post("/desk/rounds", form(plan, "name", "第三季度调度", "dueOn", "9999-12-31"));
        assertThat(far.status()).isEqualTo(422);
        var nonsense = office.post(
                "/desk/rounds", form(plan, "name", "第三季度调度", "plans", "------------------------------------"));
        assertThat(nonsense.status()).as("what is no plan is not asked").isEqualTo(302);
    }

    @Test
    void fields_that_name_no_line_are_passed_over() {
        var path = opened();
        var department = department();
        var mine = path + "/sheets/" + given.sheet("旗科协");
        department.get(mine);
        var none = "------------------------------------";
        assertThat(department
                        .post(mine, "act", "keep", "seen-" + none, "0", "text-" + none, "什么")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void what_was_written_while_a_colleague_submitted_is_shown_once_more() {
        var path = opened();
        var department = department();
        var mine = path + "/sheets/" + given.sheet("旗科协");
        department.get(mine);
        var late = fields("keep", "PROGRESS", "又补了两场");
        given.submit(
                new RoundId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1))), "旗科协", Answer.NOTHING, "");
        var answer = department.post(mine, late);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("同事刚才已经提交这张表", "又补了两场");
    }

    @Test
    void reasons_that_are_not_sent_stay_as_they_were_typed() {
        var path = opened();
        var round = new RoundId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        given.submit(round, "旗科协", Answer.NOTHING, "");
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        var sheet = given.read(round, "旗科协");
        var mine = path + "/sheets/" + sheet.id();
        office.get(mine);
        var version = String.valueOf(sheet.version());
        var one = "reason-" + sheet.lines().get(0).id();
        var other = "reason-" + sheet.lines().get(1).id();
        var personal =
                office.post(mine + "/send-back", "version", version, one, "请写明在哪里办的", other, "请给 13800135678 打电话");
        assertThat(personal.status()).isEqualTo(422);
        assertThat(personal.body()).contains("不要写电话", "value=\"请写明在哪里办的\"", "value=\"请给 13800135678 打电话\"");
        var overtaken = office.post(mine + "/send-back", "version", "0", one, "请写明在哪里办的");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("刚被别人处理或者修改过", "value=\"请写明在哪里办的\"");
        assertThat(office.post(mine + "/send-back", "version", version, one, "请写明在哪里办的")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void a_comment_without_words_keeps_what_was_typed_elsewhere_and_words_without_a_choice_are_a_comment() {
        var path = opened();
        var round = new RoundId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        given.watch.forward(
                Duration.between(given.watch.instant(), given.bean(Clock.class).instant()));
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        given.submit(round, "旗教育局", Answer.PROGRESS, "讲了三次");
        var department = department();
        var mine = path + "/opinions/" + given.body("旗科协");
        assertThat(department.get(mine).body()).contains("讲了两次", "讲了三次");
        var awaited = given.giving.awaited(
                GivenRounds.of(given.body("旗科协"), org.kepu.shared.Right.DO_TASKS), round, given.body("旗科协"));
        var first = awaited.get(0);
        var second = awaited.get(1);
        var answer = department.post(
                mine,
                "seen-" + first.line(),
                first.mark(),
                "text-" + first.line(),
                "场次偏少",
                "seen-" + second.line(),
                second.mark(),
                "opinion-" + second.line(),
                "comment");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("有 1 条意见没有提交", second.text()).doesNotContain(first.text());
        assertThat(given.strings("select text from ledger.opinion")).containsExactly("场次偏少");
        assertThat(department
                        .post(mine, "seen-" + second.line(), second.mark(), "opinion-" + second.line(), "agree")
                        .location())
                .isEqualTo(mine);
    }

    private String opened() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var path = office.post("/desk/rounds", form(plan, "name", "第三季度调度")).location();
        asking.run();
        return path;
    }

    @Test
    void a_round_is_not_there_for_those_whom_it_does_not_concern() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var path = office.post("/desk/rounds", form(plan, "name", "第三季度调度")).location();
        asking.run();
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        assertThat(neighbour.get("/desk/rounds").body()).doesNotContain("第三季度调度");
        var sheet = path + "/sheets/" + given.sheet("旗科协");
        for (var closed : List.of(path, path + "?region=152524", path + "/table.csv", sheet, sheet + "/form.xlsx")) {
            assertThat(neighbour.get(closed).status()).as(closed).isEqualTo(404);
        }
        assertThat(neighbour.post(sheet, "act", "submit").status()).isEqualTo(404);
        assertThat(neighbour.post(sheet + "/accept", "version", "0").status()).isEqualTo(404);
        assertThat(neighbour.post("/desk/rounds", form(plan, "name", "别人的")).status())
                .isEqualTo(404);
        var league = signedIn(accounts.with(Role.LEADER, LEAGUE));
        assertThat(league.get(path).body()).contains("旗科协");
        assertThat(league.get(sheet).body()).contains("办好讲座").doesNotContain("name=\"act\"", "按所填原因退回");
        assertThat(league.post(sheet + "/accept", "version", "0").status()).isEqualTo(403);
    }

    @Test
    void a_sheet_has_one_document_at_most_and_the_later_takes_the_place_of_the_earlier() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var path = office.post("/desk/rounds", form(plan, "name", "第三季度调度")).location();
        asking.run();
        var department = department();
        var mine = path + "/sheets/" + given.sheet("旗科协");
        assertThat(department.get(mine).body()).contains("最多一份，可以不附").doesNotContain(mine + "/document\"");
        assertThat(department.get(mine + "/document").status()).isEqualTo(404);
        bring(department, mine, "keep", "通知.txt", "已印发通知");
        var refused = department.postWithFile(
                mine,
                "document",
                new Visitor.Attachment("a.exe", new byte[] {'M', 'Z', 0, 1}),
                fields("submit", "NOTHING", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("附件没有收下", "通知.txt", "name=\"act\" value=\"submit\"");
        bring(department, mine, "keep", "简报.txt", "办了三场");
        assertThat(department.get(mine).body()).contains("简报.txt").doesNotContain("通知.txt</a>");
        department.post(mine + "/document/remove");
        assertThat(department.get(mine + "/document").status()).isEqualTo(404);
        bring(department, mine, "submit", "简报.txt", "办了三场");

        var held = new FileId(given.database()
                .sql("select document from ledger.sheet where document is not null")
                .query(UUID.class)
                .single());
        assertThat(given.bean(SheetDocuments.class).holds(Set.of(held, new FileId(UUID.randomUUID()))))
                .containsExactly(held);
        assertThat(office.get(mine).body()).contains("简报.txt", "上传附件：简报.txt");
        assertThat(office.get(mine + "/document").body()).isEqualTo("办了三场");
        assertThat(signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR))
                        .get(mine + "/document")
                        .status())
                .isEqualTo(404);
        department.post(mine + "/document/remove");
        bring(department, mine, "keep", "再来.txt", "迟了");
        assertThat(office.get(mine + "/document").body()).isEqualTo("办了三场");
    }

    private void bring(Visitor department, String sheet, String act, String name, String words) {
        var file = new Visitor.Attachment(name, words.getBytes(StandardCharsets.UTF_8));
        assertThat(department
                        .postWithFile(sheet, "document", file, fields(act, "NOTHING", ""))
                        .status())
                .isEqualTo(302);
    }

    private String[] form(PlanId asked, String... more) {
        var fields = new ArrayList<>(List.of(
                "region",
                "152524",
                "period",
                "QUARTER",
                "from",
                "2026-07-01",
                "to",
                "2026-09-30",
                "dueDays",
                "10",
                "opinionDays",
                "3",
                "mendDays",
                "3",
                "before",
                "3,1",
                "after",
                "1",
                "plans",
                asked.toString()));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    /** All lines of the department's sheet, as it stands. */
    private String[] fields(String act, String answer, String text) {
        var fields = new ArrayList<>(List.of("act", act));
        var id = given.sheet("旗科协");
        for (var line : given.reading.locked(id).lines()) {
            fields.addAll(List.of(
                    "seen-" + line.id(), line.mark(), "answer-" + line.id(), answer, "text-" + line.id(), text));
        }
        return fields.toArray(String[]::new);
    }

    private Visitor department() {
        var clerk = accounts.with(Role.DEPARTMENT_CLERK, BANNER);
        given.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", given.body("旗科协").value())
                .param("holder", clerk.account())
                .update();
        return signedIn(clerk);
    }
}
