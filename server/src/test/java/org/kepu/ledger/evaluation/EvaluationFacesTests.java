package org.kepu.ledger.evaluation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.evaluation.report.Reports;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The faces of evaluations, at the widths of a telephone, a tablet and a desk. */
class EvaluationFacesTests extends BrowsedSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Reports reports;

    @Test
    void evaluations_are_sound_at_every_width_and_are_played_without_script() {
        var given = new GivenEvaluations(context);
        var id = given.started(given.plan(), 30);
        var draft = ((Prepared.Done) given.within(() -> given.preparing.create(
                        GivenEvaluations.office(),
                        GivenEvaluations.form(given.evaluations.get(id).plan(), EvaluationKind.FINAL, 0))))
                .id();
        given.add(draft, "1", "组织领导", "40");
        given.add(draft, "1.1", "机构和制度", "30");
        given.markAll(id, "旗科协", Hand.SELF, "28", "38.5", "29");
        given.take(id, "旗科协", EvaluatedAct.SUBMIT, "");
        given.markAll(id, "旗科协", Hand.OFFICE, "25", "36.5", "27");
        given.markAll(id, "旗科协", Hand.EXPERT, "27", "35", "27");
        given.take(id, "旗科协", EvaluatedAct.NOTIFY, "");
        given.markAll(id, "旗教育局", Hand.SELF, "28", "38", "29");
        given.take(id, "旗教育局", EvaluatedAct.SUBMIT, "");
        var report = reports.ask(accounts.scope(Right.RUN_LEDGER), id);
        var association = given.evaluated(id, "旗科协").path();
        var education = given.evaluated(id, "旗教育局").path();
        var weather = given.evaluated(id, "旗气象局").path();
        var lectures = "/indices/" + given.index(id, "2.1").id();
        var faces = new LinkedHashMap<String, String>();
        faces.put("evaluations", "/desk/evaluations");
        faces.put("evaluation-new", "/desk/evaluations/new");
        faces.put("evaluation", "/desk/evaluations/" + id);
        faces.put("evaluation-draft", "/desk/evaluations/" + draft);
        faces.put("evaluation-indices", "/desk/evaluations/" + draft + "/indices");
        faces.put("evaluation-told", association);
        faces.put("evaluation-judge", education);
        faces.put("evaluation-self", weather);
        faces.put("evaluation-mark", weather + lectures);
        faces.put("evaluation-mark-office", education + lectures + "?hand=OFFICE");
        faces.put("evaluation-report", "/desk/evaluations/" + id + "/reports/" + report);
        for (var width : new int[] {390, 768, 1440}) {
            var window = desk(width);
            faces.forEach((name, path) -> {
                window.navigate(path);
                assertNoSeriousFindings(window);
                assertNothingSticksOut(window);
                screenshot(window, name, width);
            });
        }
        var window = deskWithoutScript(768);
        window.navigate(weather + lectures);
        window.locator("#points").fill("41");
        window.getByText("保存，到下一个指标").focus();
        window.keyboard().press("Enter");
        assertThat(window.locator("main")).containsText("评分不能超过满分");
        screenshot(window, "evaluation-mark-wrong", 768);
        window.locator("#points").fill("39.5");
        window.getByText("保存，到下一个指标").focus();
        window.keyboard().press("Enter");
        assertThat(window.locator("main h1")).containsText("展览");
        org.assertj.core.api.Assertions.assertThat(
                        given.reading.marks(given.evaluated(id, "旗气象局").id()))
                .extracting(Mark::written)
                .isEqualTo(List.of("39.5"));
    }
}
