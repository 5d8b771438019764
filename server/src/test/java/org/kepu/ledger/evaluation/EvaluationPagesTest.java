package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.evaluation.GivenEvaluations.BANNER;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.PlanId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An evaluation played on the pages by an office and a department. */
class EvaluationPagesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenEvaluations given;
    private PlanId plan;
    private Visitor office;
    private Visitor department;

    @BeforeEach
    void plant() {
        given = new GivenEvaluations(context);
        plan = given.plan();
        office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        var clerk = accounts.with(Role.DEPARTMENT_CLERK, BANNER);
        given.database()
                .sql("delete from access.role_grant where holder = :holder and body is not null")
                .param("holder", clerk.account())
                .update();
        given.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", given.body("旗科协").value())
                .param("holder", clerk.account())
                .update();
        department = signedIn(clerk);
    }

    @Test
    void from_the_setting_to_the_settled_result() {
        assertThat(office.get("/desk/evaluations").body()).contains("还没有设置评估", "设置一次评估");
        assertThat(office.get("/desk/evaluations/new").body()).contains(plan.toString());
        var path = office.post("/desk/evaluations", form("旗中期自查")).location();
        assertThat(path).startsWith("/desk/evaluations/");
        assertThat(office.post("/desk/evaluations", form("又一次")).location()).isEqualTo(path);
        assertThat(office.get(path).body()).contains("编制中", "旗科协", "旗教育局", "旗气象局", "编制指标");
        office.get(path + "/indices");
        var wrong = office.post(
                path + "/indices", "number", "一", "title", "", "weight", "百", "standard", "", "version", "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("编号写成 1、1.1 或者 1.1.1", "请填写指标名称", "满分请填 0 以上");
        office.post(path + "/indices", "number", "1", "title", "组织领导", "weight", "30", "version", "0");
        var table = "编号,指标名称,满分,评分标准\n2,重点任务,70,\n2.1,讲座,40,每少一场扣2分\n2.2,展览,三十,\n";
        var imported = office.postWithFile(
                path + "/indices/import",
                "file",
                new Visitor.Attachment("指标.csv", table.getBytes(StandardCharsets.UTF_8)));
        assertThat(imported.body())
                .contains("读到 3 行：写入 2 行，没有变化 0 行，有问题 1 行", "第 4 行“满分”：满分请填 0 以上", "指标 2 的下级满分合计 40，应为 70");
        office.get(path);
        office.post(path + "/start", "tree", String.valueOf(tree(path)));
        assertThat(office.get(path).body()).contains("指标还有 1 处不合要求");
        office.post(path + "/indices", "number", "2.2", "title", "展览", "weight", "30", "version", "0");
        office.post(path + "/start", "tree", String.valueOf(tree(path)));
        assertThat(office.get(path).body()).contains("进行中", "按方案中的顺序排列", "校验码");

        var id = EvaluationId.of(path.substring(path.lastIndexOf('/') + 1));
        var mine = given.evaluated(id, "旗科协").path();
        assertThat(department.get("/desk").body()).contains("自评“旗中期自查”（旗科协）", mine);
        assertThat(department.get(mine).body()).contains("未评", "提交自评").doesNotContain("办公室评分</th>");
        var lacking = act(department, mine, "SUBMIT");
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("还有 3 个指标没有评分");
        var leaves = given.evaluations.tree(id).leaves();
        var first = mine + "/indices/" + leaves.get(0).id();
        assertThat(department.get(first).body()).contains("0 至 30，最多一位小数", "佐证");
        var beyond = department.post(first, "hand", "SELF", "points", "30.5", "version", "0");
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.body()).contains("评分不能超过满分", "30.5");
        assertThat(department
                        .post(first, "hand", "SELF", "points", "28.5", "words", "已建立机构", "version", "0", "then", "next")
                        .location())
                .startsWith(mine + "/indices/" + leaves.get(1).id());
        var clash = department.post(first, "hand", "SELF", "points", "20", "version", "0");
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.body()).contains("刚才已有人保存了评分", "28.5", "value=\"20\"");
        department.post(mine + "/indices/" + leaves.get(1).id(), "hand", "SELF", "points", "38", "version", "0");
        department.post(
                mine + "/indices/" + leaves.get(2).id(),
                "hand",
                "SELF",
                "notApplicable",
                "true",
                "words",
                "我单位不办展览",
                "version",
                "0");
        assertThat(act(department, mine, "SUBMIT").location()).isEqualTo(mine);
        assertThat(department.get(mine).body()).contains("自评已提交", "待评定").doesNotContain("提交自评</button>");

        assertThat(office.get("/desk").body()).contains("“旗中期自查”有 1 个单位等待评定");
        for (var leaf : leaves) {
            office.get(mine + "/indices/" + leaf.id() + "?hand=OFFICE");
            office.post(
                    mine + "/indices/" + leaf.id(), "hand", "OFFICE", "points", "25", "words", "属实", "version", "0");
        }
        assertThat(department.get(mine).body()).as("not told yet").doesNotContain("属实");
        act(office, mine, "NOTIFY");
        assertThat(department.get(mine).body()).contains("已告知结果", "得分（满分 100）", "75", "属实", "提出申诉", "认可结果");
        act(department, mine, "OBJECT", "展览不应计分");
        act(office, mine, "DECIDE", "展览由教育局牵头，旗科协为责任单位，维持原评分。");
        assertThat(department.get(mine).body())
                .contains("结果已确定", "维持原评分", "答复申诉后告知，以此为准", "未被改动")
                .doesNotContain("与校验码不符");
        assertThat(
                        given
                                .strings(
                                        "select act from audit.entry where act like 'evaluation.act.%' order by number")
                                .stream()
                                .distinct()
                                .toList())
                .contains(
                        "evaluation.act.set", "evaluation.act.START", "evaluation.act.marked", "evaluation.act.DECIDE");
    }

    @Test
    void visits_are_recorded_with_one_document_and_withdrawn_for_a_reason() {
        var id = given.started(plan);
        var path = "/desk/evaluations/" + id;
        office.get(path);
        var wrong = office.postWithFile(
                path + "/visits",
                "file",
                new Visitor.Attachment("", new byte[0]),
                "kind",
                "MEETING",
                "day",
                "2026-10-20");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写地点", "请填写参加人员的单位和职务", "请填写发现的情况");
        var fields = new String[] {
            "id",
            "00000000-0000-4000-8000-000000000001",
            "kind",
            "MEETING",
            "day",
            "2026-10-20",
            "place",
            "旗科技馆",
            "company",
            "旗纲要办主任、旗科协主席",
            "findings",
            "讲座覆盖面不够，苏木的场次偏少。"
        };
        var minutes = new Visitor.Attachment("座谈纪要.txt", "纪要".getBytes(StandardCharsets.UTF_8));
        office.postWithFile(path + "/visits", "file", minutes, fields);
        office.postWithFile(path + "/visits", "file", minutes, fields);
        assertThat(office.get(path).body()).containsOnlyOnce("讲座覆盖面不够").contains("座谈纪要.txt", "旗科技馆");
        var file = path + "/visits/00000000-0000-4000-8000-000000000001/file";
        assertThat(office.get(file).body()).isEqualTo("纪要");
        assertThat(department.get(file).status())
                .as("the body's clerk is no office")
                .isEqualTo(404);
        assertThat(department.get(path).body()).doesNotContain("讲座覆盖面不够");
        office.get(path);
        office.post(path + "/visits/00000000-0000-4000-8000-000000000001/withdraw", "reason", "日期记错了");
        assertThat(office.get(path).body()).contains("已作废", "作废原因：日期记错了");
    }

    private int tree(String path) {
        return given.evaluations
                .get(EvaluationId.of(path.substring(path.lastIndexOf('/') + 1)))
                .tree();
    }

    private Visitor.Answer act(Visitor who, String path, String act, String... words) {
        var version = who.get(path).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        return who.post(path + "/" + act, "version", version, "words", words.length == 0 ? "" : words[0]);
    }

    private String[] form(String name) {
        return new String[] {
            "plan",
            plan.toString(),
            "kind",
            "MIDTERM",
            "name",
            name,
            "from",
            "2026-01-01",
            "to",
            "2026-10-31",
            "selfDays",
            "10",
            "rebuttalDays",
            "5",
            "answerDays",
            "10",
            "expertShare",
            "0"
        };
    }
}
