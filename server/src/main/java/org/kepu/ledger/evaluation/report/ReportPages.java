package org.kepu.ledger.evaluation.report;

import java.util.UUID;
import org.kepu.ledger.evaluation.Downloads;
import org.kepu.ledger.evaluation.EvaluationId;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reports on the desk: asked for, watched while they are made, taken away as Word or PDF. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/reports")
class ReportPages {

    private final Reports reports;
    private final ReportDocuments documents;

    ReportPages(Reports reports, ReportDocuments documents) {
        this.reports = reports;
        this.documents = documents;
    }

    @PostMapping
    String ask(@May(Right.RUN_LEDGER) Scope scope, @PathVariable EvaluationId evaluation) {
        return "redirect:/desk/evaluations/" + evaluation + "/reports/" + reports.ask(scope, evaluation);
    }

    @GetMapping("/{report}")
    String show(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @PathVariable UUID report,
            Model model) {
        model.addAttribute("view", reports.view(scope, evaluation, report).orElseThrow(NotFound::new));
        return "evaluation/report";
    }

    @GetMapping("/{report}/word")
    ResponseEntity<byte[]> word(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable EvaluationId evaluation, @PathVariable UUID report) {
        return Downloads.word(documents.word(scope, evaluation, report));
    }

    @GetMapping("/{report}/pdf")
    ResponseEntity<byte[]> pdf(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable EvaluationId evaluation, @PathVariable UUID report) {
        return Downloads.pdf(documents.pdf(scope, evaluation, report));
    }
}
