package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.work.GivenTasks.BANNER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Source;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.plan.review.GivenPlans;
import org.springframework.context.annotation.Import;

/**
 * The year of a banner, from the tasks that are taken up in January to those that are carried over in December: on the pages, by its
 * office, its leader and three departments, with the jobs of the program in between. At the end of each chapter a neighbour looks.
 */
@Import(YearOnPages.Time.class)
class WholeYearTest extends YearOnPages {

    @Test
    void a_year_from_the_tasks_taken_up_in_january_to_those_carried_over_in_december() throws Exception {
        thePlanComesIntoForce();
        theDepartmentsTakeUpTheirTasks();
        aPartIsGivenToALiaison();
        theNeighbourSeesNothing();

        aLectureIsHeldOn("2026-03-20");
        var april = new RoundOfYear(this);
        april.theOfficeOpensTheRoundOn("2026-04-08");
        april.twoColleaguesWriteOnOneSheet();
        april.twoDepartmentsAnswerAndTheLeadSaysWhatItThinksOn("2026-04-10");
        april.theOfficeSendsASheetBackOn("2026-04-13");
        april.itIsMendedAndAcceptedOn("2026-04-14");
        april.whoHasNotAnsweredIsRemindedOn("2026-04-17");
        april.whoStaysSilentIsLateOn("2026-04-23");
        theNeighbourSeesNothing();

        var may = new SupervisionOfYear(this);
        may.theLightOfTheSilentIsRedOn("2026-04-29");
        may.theOfficeIssuesANote();
        may.theSilentAnswersOn("2026-05-08");
        may.theOfficeClosesTheNote();
        theNeighbourSeesNothing();

        theLeadFinishesItsTaskOn("2026-11-20");
        var december = new EvaluationOfYear(this);
        december.theOfficeSetsAnEvaluationOn("2026-12-07");
        december.theDiligentScoresItselfAndTheOfficeTellsItsResult();
        december.theReportOutlivesTheServer();
        theNeighbourSeesNothing();

        whatIsUnfinishedIsCarriedOverOn("2026-12-31");
        theNeighbourSeesNothing();
    }

    private void thePlanComesIntoForce() {
        GivenPlans.onCleanGround(context);
        offeredToNeighbours = neighboursLinks();
        given = GivenTasks.of(context);
        for (var body : List.of(LEAD, DILIGENT, SILENT)) {
            mails.keep(accounts.of(given.body(body), BANNER).account(), mail(body));
        }
        var targets = "/desk/targets";
        var office = office();
        var page = office.get(targets + "?plan=" + given.plan()).body();
        var target = first(page, "action=\"" + targets + "/([^\"]+)\"");
        var seen = first(page, "name=\"seen\" value=\"([^\"]*)\"");
        office.post(targets + "/" + target, "plan", "" + given.plan(), "indicator", "lectures", "seen", seen);
        assertThat(standings()).containsExactly("尚未开展 2", "正在推进 0", "今年已完成 0", "转入明年继续 0");
    }

    private void theDepartmentsTakeUpTheirTasks() {
        for (var body : List.of(LEAD, DILIGENT, SILENT)) {
            var clerk = clerkOf(body);
            var page = clerk.get("/desk/tasks/take-up").body();
            clerk.post("/desk/tasks/take-up", tasksOf(page).toArray(String[]::new));
        }
        assertThat(given.states()).hasSize(5).allMatch(state -> state.endsWith(" TAKEN_UP"));
        closed("/desk/tasks/" + given.task(LECTURES, DILIGENT));
    }

    private void aPartIsGivenToALiaison() {
        var liaison = given.liaison(DILIGENT, "王敏");
        var task = "/desk/tasks/" + given.task(LECTURES, DILIGENT);
        var clerk = clerkOf(DILIGENT);
        assertThat(clerk.get(task).body()).contains("王* 科员（联络员）").doesNotContain("王敏");
        var part = List.of("id", "" + UUID.randomUUID(), "version", "0", "what", "联系十所学校", "due", "2026-03-31");
        clerk.post(task + "/parts", with(part, "delegate", "" + liaison));
        assertThat(clerk.get(task).body()).contains("联系十所学校", "2026年3月31日");
        assertThat(office().get(task).body()).contains("联系十所学校", "王* 科员（联络员）");
    }

    private void aLectureIsHeldOn(String day) {
        watch.to(day);
        facts.record(
                GivenPlans.CLERK,
                Fact.of(Source.of("test", "lecture"), "LECTURE", LocalDate.parse(day), BANNER, FACT)
                        .with(new Amounts(8, 960, 0, 0, 0))
                        .by(List.of(given.body(DILIGENT)))
                        .serving(List.of(given.plans().measure(given.plan(), LECTURES))));
        run("RollingJob.roll");
    }

    private void theLeadFinishesItsTaskOn(String day) {
        watch.to(day);
        var clerk = clerkOf(LEAD);
        var measure = "/desk/measures/" + given.plans().measure(given.plan(), LECTURES);
        clerk.get(measure);
        clerk.post(measure + "/tasks/" + given.task(LECTURES, LEAD) + "/BEGIN", "year", "2026");
        assertThat(standings()).containsExactly("尚未开展 1", "正在推进 1", "今年已完成 0", "转入明年继续 0");
        clerk.post(measure + "/tasks/" + given.task(LECTURES, LEAD) + "/FINISH", "year", "2026");
        assertThat(standings()).containsExactly("尚未开展 1", "正在推进 0", "今年已完成 1", "转入明年继续 0");
    }

    private void whatIsUnfinishedIsCarriedOverOn(String day) {
        watch.to(day);
        for (var body : List.of(LEAD, DILIGENT, SILENT)) {
            var clerk = clerkOf(body);
            var open = tasksOf(clerk.get("/desk/tasks/carry-over").body());
            clerk.post("/desk/tasks/carry-over", with(open, "reason", "明年继续办理"));
        }
        assertThat(given.states())
                .containsExactlyInAnyOrder(
                        "2026 旗科协 DONE",
                        "2026 旗教育局 CARRIED_OVER",
                        "2026 旗气象局 CARRIED_OVER",
                        "2026 旗教育局 CARRIED_OVER",
                        "2026 旗科协 CARRIED_OVER",
                        "2027 旗教育局 TAKEN_UP",
                        "2027 旗气象局 TAKEN_UP",
                        "2027 旗教育局 TAKEN_UP",
                        "2027 旗科协 TAKEN_UP");
        assertThat(standings()).containsExactly("尚未开展 0", "正在推进 0", "今年已完成 1", "转入明年继续 1");
        closed("/desk/tasks/" + given.task(SHOWS, DILIGENT, 2027));
    }
}
