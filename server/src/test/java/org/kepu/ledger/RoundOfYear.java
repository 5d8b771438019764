package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.YearOnPages.DILIGENT;
import static org.kepu.ledger.YearOnPages.FACT;
import static org.kepu.ledger.YearOnPages.LEAD;
import static org.kepu.ledger.YearOnPages.ROUND;
import static org.kepu.ledger.YearOnPages.SILENT;
import static org.kepu.ledger.YearOnPages.first;
import static org.kepu.ledger.YearOnPages.found;
import static org.kepu.ledger.YearOnPages.version;
import static org.kepu.ledger.YearOnPages.with;
import static org.kepu.ledger.work.GivenTasks.BANNER;

import java.util.List;
import java.util.Map;

/** The chapter of {@link WholeYearTest} in which an office asks how far things have come, and the departments answer or do not. */
final class RoundOfYear {

    private final YearOnPages year;
    private String round = "";

    RoundOfYear(YearOnPages year) {
        this.year = year;
    }

    void theOfficeOpensTheRoundOn(String day) {
        year.watch.to(day);
        var office = year.office();
        office.get("/desk/rounds/new");
        var form = List.of("region", "" + BANNER, "period", "QUARTER", "name", ROUND, "plans", "" + year.given.plan());
        var days = List.of("dueDays", "10", "opinionDays", "3", "mendDays", "3", "before", "3,1", "after", "1,3");
        var fields = with(form, with(days, "from", "2026-01-01", "to", "2026-03-31"));
        round = office.post("/desk/rounds", fields).location();
        assertThat(office.post("/desk/rounds", fields).location())
                .as("opened twice")
                .isEqualTo(round);
        year.run("AskingJob.look");
        year.run("RemindingJob.look");
        for (var body : List.of(LEAD, DILIGENT, SILENT)) {
            var desk = year.clerkOf(body).get("/desk").body();
            assertThat(desk).contains("填报“" + ROUND + "”（" + body + "）", "2026年4月22日前");
            year.sheets.put(body, first(desk, "href=\"(/desk/rounds/[^\"]+/sheets/[^\"]+)\""));
            assertThat(year.heardBy(body)).hasSize(1).first().asString().contains(body + "在2026年4月22日前填报");
            year.closed(year.sheet(body), year.sheet(body) + "/form.xlsx");
        }
        year.closed(round, round + "/table.csv");
    }

    void twoDepartmentsAnswerAndTheLeadSaysWhatItThinksOn(String day) {
        year.watch.to(day);
        assertThat(year.clerkOf(DILIGENT).get(year.sheet(DILIGENT)).body()).contains("本期事实 1 件，960 人次", FACT);
        year.submits(DILIGENT, "办了八场");
        year.submits(LEAD, "印发了通知");
        var lead = year.clerkOf(LEAD);
        var opinions = first(lead.get("/desk").body(), "href=\"(/desk/rounds/[^\"]+/opinions/[^\"]+)\"");
        var page = lead.get(opinions).body();
        assertThat(page).contains("办了八场", "本期事实 1 件，960 人次");
        var line = first(page, "name=\"seen-([^\"]+)\"");
        var seen = first(page, "name=\"seen-" + line + "\" value=\"([^\"]*)\"");
        lead.post(opinions, "seen-" + line, seen, "opinion-" + line, "agree", "text-" + line, "场次属实");
        assertThat(year.clerkOf(DILIGENT).get(year.sheet(DILIGENT)).body()).contains("已按时提交", LEAD + "同意：场次属实");
        year.closed(opinions);
    }

    /** The second is shown what the first has kept, and loses nothing of what it typed. */
    void twoColleaguesWriteOnOneSheet() {
        var sheet = year.sheet(LEAD);
        var one = year.clerkOf(LEAD);
        var other = year.clerkOf(LEAD);
        var page = one.get(sheet).body();
        other.get(sheet);
        var line = first(page, "name=\"seen-([^\"]+)\"");
        var seen = first(page, "name=\"seen-" + line + "\" value=\"([^\"]*)\"");
        var fields = List.of("act", "keep", "seen-" + line, seen, "answer-" + line, "PROGRESS");
        one.post(sheet, with(fields, "text-" + line, "拟了通知"));
        assertThat(other.post(sheet, with(fields, "text-" + line, "开了会")).body())
                .contains("有 1 项刚被同事改过", "拟了通知", "开了会");
    }

    void theOfficeSendsASheetBackOn(String day) {
        year.watch.to(day);
        var office = year.office();
        assertThat(office.get("/desk").body()).contains("“" + ROUND + "”有 1 张填报表待审核");
        var page = office.get(year.sheet(DILIGENT)).body();
        var line = first(page, "name=\"reason-([^\"]+)\"");
        office.post(year.sheet(DILIGENT) + "/send-back", "version", version(page), "reason-" + line, "请写明学校");
        year.run("RemindingJob.look");
        assertThat(year.heardBy(DILIGENT).getLast()).contains("已退回", "2026年4月16日前修改后提交");
    }

    void itIsMendedAndAcceptedOn(String day) {
        year.watch.to(day);
        var clerk = year.clerkOf(DILIGENT);
        assertThat(clerk.get("/desk").body()).contains("修改退回的“" + ROUND + "”（" + DILIGENT + "）");
        assertThat(clerk.get(year.sheet(DILIGENT)).body()).contains("退回原因：请写明学校");
        year.submits(DILIGENT, "在第一小学等十所学校办了八场");
        var office = year.office();
        office.post(
                year.sheet(DILIGENT) + "/accept",
                "version",
                version(office.get(year.sheet(DILIGENT)).body()));
        assertThat(clerk.get(year.sheet(DILIGENT)).body()).contains("已通过", "已按时提交", "十所学校");
    }

    void whoHasNotAnsweredIsRemindedOn(String day) {
        var before = Map.of(LEAD, year.heardBy(LEAD), DILIGENT, year.heardBy(DILIGENT));
        year.watch.to(day);
        year.run("RemindingJob.look");
        assertThat(year.heardBy(SILENT)).hasSize(2).last().asString().contains(SILENT + "在2026年4月22日前填报");
        before.forEach((body, heard) -> assertThat(year.heardBy(body)).as(body).isEqualTo(heard));
    }

    void whoStaysSilentIsLateOn(String day) {
        year.watch.to(day);
        assertThat(found(year.office().get(round + "?state=LATE").body(), "href=\"(" + round + "/sheets/[^\"]+)\""))
                .containsExactly(year.sheet(SILENT));
        year.run("RemindingJob.look");
        assertThat(year.heardBy(SILENT).getLast()).contains("现已逾期");
    }
}
