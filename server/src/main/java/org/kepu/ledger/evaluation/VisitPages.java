package org.kepu.ledger.evaluation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records of visits, inquiries and meetings on the desk. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/visits")
class VisitPages {

    private final EvaluationDesk desk;
    private final Visits visits;

    VisitPages(EvaluationDesk desk, Visits visits) {
        this.desk = desk;
        this.visits = visits;
    }

    @PostMapping
    String add(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk reader,
            @PathVariable EvaluationId evaluation,
            @Valid @ModelAttribute("visit") VisitForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Keeping.@Nullable Refused notKept = null;
        if (!errors.hasErrors()) {
            switch (visits.add(scope, evaluation, form)) {
                case Visits.Recorded.Added added -> {
                    redirect.addFlashAttribute("flash", Flash.success("evaluation.visit.added"));
                    return "redirect:/desk/evaluations/" + evaluation + "#visits";
                }
                case Visits.Recorded.NotKept refused -> notKept = refused.refused();
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "view",
                desk.view(
                        reader.scope(Right.READ_LEDGER),
                        reader,
                        evaluation,
                        new EvaluationDesk.Returned(form, errors, notKept)));
        return "evaluation/evaluation";
    }

    @PostMapping("/{visit}/withdraw")
    String withdraw(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var fault = Reason.fault(reason);
        var flash = fault.isPresent()
                ? Flash.warn(fault.get().messageKey())
                : visits.withdraw(scope, evaluation, visit, reason)
                        ? Flash.success("evaluation.visit.gone")
                        : Flash.warn("evaluation.overtaken");
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/evaluations/" + evaluation + "#visits";
    }

    @GetMapping("/{visit}/file")
    ResponseEntity<Resource> file(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable EvaluationId evaluation, @PathVariable UUID visit) {
        return visits.download(scope, evaluation, visit);
    }
}
