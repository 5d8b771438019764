package org.kepu.ledger.evaluation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scoring one index on the desk. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/bodies/{evaluated}/indices/{index}")
class MarkPages {

    private final EvaluatedDesk desk;
    private final Marking marking;

    MarkPages(EvaluatedDesk desk, Marking marking) {
        this.desk = desk;
        this.marking = marking;
    }

    @GetMapping
    String show(
            @May(Right.DO_TASKS) Scope scope,
            Desk reader,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated,
            @PathVariable UUID index,
            @RequestParam(defaultValue = "SELF") Hand hand,
            Model model) {
        model.addAttribute(
                "view", desk.mark(scope, reader, evaluation, evaluated, index, hand, EvaluatedDesk.Refused.NOTHING));
        return "evaluation/mark";
    }

    @PostMapping
    String mark(
            @May(Right.DO_TASKS) Scope scope,
            Desk reader,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated,
            @PathVariable UUID index,
            @ModelAttribute("mark") MarkForm form,
            @RequestParam(defaultValue = "") String then,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var choices = form.evidence().isEmpty()
                ? List.<Evidence>of()
                : desk.choices(scope, reader, evaluation, evaluated, index);
        var hand = form.hand() == Hand.SELF ? scope : reader.scope(Right.RUN_LEDGER);
        Function<EvaluatedDesk.Refused, String> again = refused -> {
            model.addAttribute("view", desk.mark(scope, reader, evaluation, evaluated, index, form.hand(), refused));
            return "evaluation/mark";
        };
        var whole = "redirect:/desk/evaluations/" + evaluation + "/bodies/" + evaluated;
        return switch (marking.mark(hand, evaluation, evaluated, index, form, choices)) {
            case Marked.Kept kept -> {
                redirect.addFlashAttribute("flash", Flash.success("evaluation.mark.kept"));
                yield then.equals("next")
                        ? desk.after(scope, evaluation, index)
                                .map(next -> whole + "/indices/" + next.id() + "?hand=" + form.hand())
                                .orElse(whole)
                        : whole + "#index-" + index;
            }
            case Marked.Closed closed -> {
                redirect.addFlashAttribute("flash", Flash.warn("evaluation.mark.closed"));
                yield whole;
            }
            case Marked.Overtaken overtaken -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield again.apply(new EvaluatedDesk.Refused(form, true, "", ""));
            }
            case Marked.Wrong wrong -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield again.apply(new EvaluatedDesk.Refused(form, false, wrong.field(), wrong.reason()));
            }
        };
    }
}
