package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.ledger.YearOnPages.DILIGENT;
import static org.kepu.ledger.YearOnPages.FACT;
import static org.kepu.ledger.YearOnPages.LEAD;
import static org.kepu.ledger.YearOnPages.LECTURES;
import static org.kepu.ledger.YearOnPages.PLAN;
import static org.kepu.ledger.YearOnPages.ROUND;
import static org.kepu.ledger.YearOnPages.SHOWS;
import static org.kepu.ledger.YearOnPages.SILENT;
import static org.kepu.ledger.YearOnPages.acts;
import static org.kepu.ledger.YearOnPages.first;
import static org.kepu.ledger.YearOnPages.found;
import static org.kepu.ledger.YearOnPages.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chapter of {@link WholeYearTest} in which what was done is evaluated and reported. */
final class EvaluationOfYear {

    private static final String NAME = "二〇二六年度自查";

    private final YearOnPages year;
    private String evaluation = "";

    EvaluationOfYear(YearOnPages year) {
        this.year = year;
    }

    void theOfficeSetsAnEvaluationOn(String day) {
        year.watch.to(day);
        var office = year.office();
        office.get("/desk/evaluations/new");
        var form = List.of("plan", "" + year.given.plan(), "kind", "MIDTERM", "name", NAME, "from", "2026-01-01");
        var terms = List.of("selfDays", "10", "rebuttalDays", "5", "answerDays", "10", "expertShare", "0");
        evaluation = office.post("/desk/evaluations", with(form, with(terms, "to", "2026-11-30")))
                .location();
        office.get(evaluation + "/indices");
        var indices = evaluation + "/indices";
        office.post(indices, "number", "1", "title", "组织领导", "weight", "40", "version", "0");
        office.post(indices, "number", "2", "title", "重点任务", "weight", "60", "version", "0");
        var tree = first(office.get(evaluation).body(), "name=\"tree\" value=\"(\\d+)\"");
        office.post(evaluation + "/start", "tree", tree);
        assertThat(office.get(evaluation).body()).contains("进行中", LEAD, DILIGENT, SILENT);
        year.closed(evaluation);
    }

    void theDiligentScoresItselfAndTheOfficeTellsItsResult() throws Exception {
        var clerk = year.clerkOf(DILIGENT);
        var desk = clerk.get("/desk").body();
        assertThat(desk).contains("自评“" + NAME + "”（" + DILIGENT + "）");
        var mine = first(desk, "href=\"(" + evaluation + "/bodies/[^\"]+)\"");
        var leaves = found(clerk.get(mine).body(), "href=\"(" + mine + "/indices/[^\"?]+)\\?hand=SELF\"");
        assertThat(leaves).hasSize(2);
        clerk.post(leaves.getFirst(), "hand", "SELF", "points", "38", "version", "0");
        var picked = found(clerk.get(leaves.getLast()).body(), "name=\"evidence\" value=\"([^\"]+)\"");
        var mark = new ArrayList<>(List.of("hand", "SELF", "points", "55.5", "version", "0"));
        picked.forEach(one -> mark.addAll(List.of("evidence", one)));
        clerk.post(leaves.getLast(), mark.toArray(String[]::new));
        acts(clerk, mine, "SUBMIT");

        var office = year.office();
        assertThat(office.get(mine).body()).contains(LECTURES + "：事实 1 件，960 人次", ROUND + "·" + LECTURES, "十所学校");
        var points = Map.of(leaves.getFirst(), "36", leaves.getLast(), "52");
        points.forEach(
                (leaf, full) -> office.post(leaf, "hand", "OFFICE", "points", full, "words", "属实", "version", "0"));
        acts(office, mine, "NOTIFY");
        assertThat(clerk.get(mine).body()).contains("已告知结果", "figure-value\">88<", "属实");
        assertThat(year.word(clerk, mine + "/notice")).contains(NAME, DILIGENT, "得分：88 分");
        acts(clerk, mine, "AGREE");
        assertThat(office.get(mine).body()).contains("结果已确定");
        year.closed(mine, mine + "/notice/word", leaves.getFirst());
    }

    void theReportOutlivesTheServer() throws Exception {
        var office = year.office();
        office.get(evaluation);
        var report = office.post(evaluation + "/reports").location();
        assertThat(office.get(report).body()).contains("排队中");
        year.watch.killAfter(8);
        assertThatThrownBy(() -> year.run("ReportJob.look")).isInstanceOf(MortalWatch.Killed.class);
        assertThat(office.get(report).body()).contains("正在生成").doesNotContain("下载 Word");
        assertThat(office.get(report + "/word").status()).isEqualTo(404);
        year.watch.forward(Duration.ofMinutes(2));
        year.run("ReportJob.look");
        assertThat(office.get(report).body()).contains("第 1 稿", "已生成", "下载 Word", "未被改动");
        assertThat(year.word(office, report))
                .contains("中期自查报告", PLAN, LECTURES, SHOWS, "每年举办讲座不少于20场", "8场", FACT, "事实 1 件，960 人次")
                .contains("2026年任务 3 项：已完成 1 项", "十所学校")
                .as("no result of a body")
                .doesNotContain("得分");
        year.closed(report, report + "/word", report + "/pdf");
    }
}
