package org.kepu.ledger.supervision.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.ledger.work.GivenTasks.BANNER;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.ledger.supervision.problem.KeepingProblems.Outcome;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of problems: found, mended, closed; in and out as a table. */
class ProblemsTest extends RunningSite {

    private static final String BODY = "旗教育局";
    private static final RegionCode NEIGHBOUR = new RegionCode("150203");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProblemList problems;

    @Autowired
    private KeepingProblems keeping;

    @Autowired
    private TransactionTemplate transaction;

    private GivenTasks given;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
    }

    @Test
    void a_problem_is_mended_by_its_body_and_closed_by_the_office() {
        var id = entered("展品陈旧");
        assertThat(judge(id, ProblemAct.CLOSE, "")).as("nothing was done yet").isEqualTo(Outcome.OVERTAKEN);
        assertThat(mend(id, "")).isEqualTo(Outcome.WITHOUT_WORDS);
        assertThat(mend(id, "已更新展品")).isEqualTo(Outcome.DONE);
        assertThat(judge(id, ProblemAct.SEND_BACK, "")).isEqualTo(Outcome.WITHOUT_WORDS);
        assertThat(judge(id, ProblemAct.SEND_BACK, "请附清单")).isEqualTo(Outcome.DONE);
        assertThat(mend(id, "已更新展品 12 件")).isEqualTo(Outcome.DONE);
        assertThat(judge(id, ProblemAct.CLOSE, "")).isEqualTo(Outcome.DONE);
        var closed = problems.find(may(Right.READ_LEDGER), id).orElseThrow();
        assertThat(closed.state()).isEqualTo(ProblemState.CLOSED);
        assertThat(closed.done()).isEqualTo("已更新展品 12 件");
        assertThat(problems.history(may(Right.READ_LEDGER), closed))
                .extracting(happened -> happened.act() + " " + happened.words())
                .containsExactly(
                        "supervision.problem.act.ENTER ",
                        "supervision.problem.act.MEND 已更新展品",
                        "supervision.problem.act.SEND_BACK 请附清单",
                        "supervision.problem.act.MEND 已更新展品 12 件",
                        "supervision.problem.act.CLOSE ");
    }

    @Test
    void of_two_who_judge_at_once_one_does() {
        var id = entered("展品陈旧");
        mend(id, "已更新展品");
        int version = problems.find(may(Right.READ_LEDGER), id).orElseThrow().version();
        assertThat(together(
                        2,
                        person -> within(() -> keeping.judge(
                                office(Right.RUN_LEDGER),
                                id,
                                person == 0 ? ProblemAct.CLOSE : ProblemAct.SEND_BACK,
                                version,
                                "请补充"))))
                .containsExactlyInAnyOrder(Outcome.DONE, Outcome.OVERTAKEN);
    }

    @Test
    void the_same_problem_entered_twice_is_one() {
        var form = form("展品陈旧");
        assertThat(within(() -> keeping.enter(office(Right.RUN_LEDGER), form))).isEqualTo(Outcome.DONE);
        assertThat(within(() -> keeping.enter(office(Right.RUN_LEDGER), form))).isEqualTo(Outcome.ALREADY);
        assertThat(within(() -> keeping.enter(office(Right.RUN_LEDGER), form("展品陈旧"))))
                .isEqualTo(Outcome.ALREADY);
        assertThat(problems.all(may(Right.READ_LEDGER), null)).hasSize(1);
    }

    @Test
    void a_problem_is_seen_by_its_office_those_above_and_its_body_and_by_nobody_else() {
        var id = entered("展品陈旧");
        var neighbour = may(OTHER, Right.READ_LEDGER, NEIGHBOUR);
        assertThat(problems.all(neighbour, null)).isEmpty();
        assertThat(problems.find(neighbour, id)).isEmpty();
        assertThat(problems.all(given.scope("旗科协", Right.READ_LEDGER), null)).isEmpty();
        assertThat(problems.all(Scope.nothing(OTHER, Right.READ_LEDGER), null)).isEmpty();
        for (var reader :
                List.of(may(Right.READ_LEDGER), office(Right.READ_LEDGER), given.scope(BODY, Right.READ_LEDGER))) {
            assertThat(problems.all(reader, null)).extracting(Problem::id).containsExactly(id);
        }
        assertThatThrownBy(() -> within(() -> keeping.mend(office(Right.DO_TASKS), id, 0, "代为整改")))
                .as("the body itself says what it did")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> within(() ->
                        keeping.judge(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR), id, ProblemAct.WITHDRAW, 0, "不属实")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> within(() -> keeping.enter(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR), form("别人的问题"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_table_is_handed_in_row_by_row_and_a_second_time_changes_nothing() throws Exception {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/supervision/problems");
        var table = table(
                List.of("展品陈旧", "2026-03-05", "走访、调研、座谈", "三月走访", "经费不足", "更新展品", BODY, "2026-06-30"),
                List.of("讲座偏少", "2026年3月5日", "调度填报", "", "", "增加场次", BODY, "2026/6/30"),
                List.of("单位写错", "2026-03-05", "其他", "", "", "改正", "不存在的局", "2026-06-30"),
                List.of("时限太早", "2026-03-05", "其他", "", "", "改正", BODY, "2026-01-30"));
        var first = upload(office, table);
        assertThat(first).contains("读 4 行：记入 2 行，已有 0 行，未记入 2 行。", "第 5 行“责任单位”", "第 6 行“整改时限”");
        assertThat(upload(office, table)).contains("读 4 行：记入 0 行，已有 2 行，未记入 2 行。");
        assertThat(problems.all(may(Right.READ_LEDGER), null))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder("展品陈旧", "讲座偏少");
        var exported = bytes(office, "/desk/supervision/problems/table.xlsx");
        assertThat(upload(office, exported))
                .as("what was taken out is taken in again")
                .contains("记入 0 行，已有 2 行，未记入 0 行。");
    }

    @Test
    void it_is_played_on_the_pages_by_office_and_department() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        assertThat(office.get("/desk/supervision/problems").body()).contains("没有问题");
        var form = office.get("/desk/supervision/problems/new").body();
        assertThat(form).contains(BODY, "整改措施");
        var id = form.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        var wrong = office.post("/desk/supervision/problems", "id", id, "region", BANNER.value(), "what", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("请写 2 至 500 个字", "请选择来源");
        office.post(
                "/desk/supervision/problems",
                "id",
                id,
                "region",
                BANNER.value(),
                "what",
                "展品陈旧",
                "foundOn",
                "2026-03-05",
                "source",
                "VISIT",
                "remedy",
                "更新展品",
                "body",
                given.body(BODY).value().toString(),
                "dueOn",
                "2026-06-30");
        var path = "/desk/supervision/problems/" + id;
        assertThat(office.get("/desk/supervision/problems").body()).contains("已记入问题清单。", "展品陈旧", path);
        var department = signedIn(given.clerkOf(BODY));
        assertThat(department.get("/desk").body()).contains("整改：展品陈旧", path);
        department.get(path);
        assertThat(department.post(path + "/mend", "version", "0", "words", "").status())
                .isEqualTo(422);
        department.post(path + "/mend", "version", "0", "words", "已更新展品");
        assertThat(department.get(path).body()).contains("已整改，待销号", "已更新展品").doesNotContain("/judge/");
        assertThat(office.get("/desk").body()).contains("已整改：展品陈旧");
        office.get(path);
        office.post(path + "/judge/CLOSE", "version", "0");
        assertThat(office.get(path).body()).contains("别人刚刚办理过这个问题");
        office.post(path + "/judge/CLOSE", "version", "1");
        assertThat(office.get(path).body()).contains("已销号");
        assertThat(signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR))
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    private ProblemForm form(String what) {
        return new ProblemForm(
                UUID.randomUUID(),
                BANNER.value(),
                given.body(BODY).value(),
                Source.VISIT,
                "三月走访",
                null,
                null,
                LocalDate.of(2026, 3, 5),
                what,
                "",
                "更新展品",
                LocalDate.of(2026, 6, 30));
    }

    private ProblemId entered(String what) {
        var form = form(what);
        within(() -> keeping.enter(office(Right.RUN_LEDGER), form));
        return new ProblemId(Objects.requireNonNull(form.id()));
    }

    private Outcome mend(ProblemId id, String words) {
        return within(() -> keeping.mend(given.scope(BODY, Right.DO_TASKS), id, version(id), words));
    }

    private Outcome judge(ProblemId id, ProblemAct act, String words) {
        return within(() -> keeping.judge(office(Right.RUN_LEDGER), id, act, version(id), words));
    }

    private int version(ProblemId id) {
        return problems.find(may(Right.READ_LEDGER), id).orElseThrow().version();
    }

    private static Scope office(Right right) {
        return may(CLERK, right, BANNER);
    }

    private <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(begun -> act.get()));
    }

    private static String upload(Visitor office, byte[] table) {
        return office.postWithFile(
                        "/desk/supervision/problems/table",
                        "file",
                        new Attachment("问题.xlsx", table),
                        "region",
                        BANNER.value())
                .body();
    }

    @SafeVarargs
    private static byte[] table(List<String>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("问题清单");
            sheet.value(0, 0, "问题清单");
            sheet.value(1, 0, "问题");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row + 2, column, rows[row].get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    private byte[] bytes(Visitor visitor, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .header("Cookie", "kepu=" + visitor.session())
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
