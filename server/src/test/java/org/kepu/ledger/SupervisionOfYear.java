package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.YearOnPages.LECTURES;
import static org.kepu.ledger.YearOnPages.PLAN;
import static org.kepu.ledger.YearOnPages.ROUND;
import static org.kepu.ledger.YearOnPages.SILENT;
import static org.kepu.ledger.YearOnPages.first;
import static org.kepu.ledger.YearOnPages.found;
import static org.kepu.ledger.YearOnPages.version;
import static org.kepu.ledger.YearOnPages.with;

import java.util.List;

/** The chapter of {@link WholeYearTest} in which who stays silent is asked why. */
final class SupervisionOfYear {

    private final YearOnPages year;
    private String note = "";

    SupervisionOfYear(YearOnPages year) {
        this.year = year;
    }

    void theLightOfTheSilentIsRedOn(String day) {
        year.watch.to(day);
        for (var reader : List.of(year.office(), year.leader())) {
            var red = reader.get("/desk/supervision?light=RED").body();
            assertThat(found(red, "scope=\"rowgroup\">([^<]*)<")).containsExactly(SILENT);
            assertThat(red).contains("“" + ROUND + "”的填报表应于2026年4月22日前提交，尚未提交", year.sheet(SILENT));
        }
    }

    void theOfficeIssuesANote() {
        var office = year.office();
        var notes = "/desk/supervision/notes";
        var task = year.given.task(LECTURES, SILENT).toString();
        var form = office.get(first(
                        office.get("/desk/supervision?light=RED").body(),
                        "href=\"(" + notes + "/new\\?task=" + task + ")\""))
                .body();
        var fields = List.of("id", first(form, "name=\"id\" value=\"([^\"]+)\""), "task", task, "version", "0");
        note = office.post(notes, with(fields, "asks", "请查明原因，补报进展。", "days", "10", "dueOn", "2026-05-15"))
                .location();
        assertThat(office.get(note).body()).contains("督〔2026〕1号", "待签收");
        year.closed(note, note + "/word", note + "/pdf");
    }

    void theSilentAnswersOn(String day) {
        year.watch.to(day);
        var clerk = year.clerkOf(SILENT);
        assertThat(clerk.get("/desk").body()).contains("签收督办单 督〔2026〕1号", note + "/receive");
        clerk.post(note + "/receive");
        clerk.post(note + "/answer", "version", version(clerk.get(note).body()), "said", "原因已查明，已补报。");
        year.submits(SILENT, "办了两场气象讲座");
        assertThat(clerk.get(year.sheet(SILENT)).body()).contains("逾期提交（");
    }

    void theOfficeClosesTheNote() throws Exception {
        var leader = year.leader();
        assertThat(leader.get(note).body()).contains("原因已查明，已补报。").doesNotContain("/judge/");
        var office = year.office();
        for (var act : List.of("ACCEPT", "CLOSE")) {
            office.post(
                    note + "/judge/" + act, "version", version(office.get(note).body()));
        }
        assertThat(office.get(note).body()).contains("已销号", "原因已查明，已补报。").doesNotContain("/judge/");
        assertThat(year.word(office, note))
                .contains("督〔2026〕1号", SILENT + "：", PLAN, LECTURES, "每年举办讲座不少于20场", "应于2026年4月22日前提交")
                .contains("请查明原因，补报进展。", "请于2026年5月15日前书面答复")
                .as("it is what was issued, whatever was answered since")
                .doesNotContain("原因已查明");
        assertThat(office.get("/desk/supervision?light=RED").body()).doesNotContain("尚未提交");
    }
}
