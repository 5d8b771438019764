package org.kepu.ledger.evaluation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evaluation of one body on the desk, for its own clerks and the office that evaluates it. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/bodies/{evaluated}")
class EvaluatedPages {

    private final EvaluatedDesk desk;
    private final MovingOn moving;

    EvaluatedPages(EvaluatedDesk desk, MovingOn moving) {
        this.desk = desk;
        this.moving = moving;
    }

    @GetMapping
    String show(
            @May(Right.DO_TASKS) Scope scope,
            Desk reader,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated,
            Model model) {
        return page(scope, reader, evaluation, evaluated, EvaluatedDesk.Returned.NOTHING, model);
    }

    /** Takes an act with the right that it needs. */
    @PostMapping("/{act}")
    String take(
            @May(Right.DO_TASKS) Scope scope,
            Desk reader,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated,
            @PathVariable EvaluatedAct act,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (moving.take(reader.scope(act.right), evaluation, evaluated, act, version, words)) {
            case Moved.Done done -> {
                redirect.addFlashAttribute("flash", Flash.success("evaluation.done." + done.act()));
                yield "redirect:/desk/evaluations/" + evaluation + "/bodies/" + evaluated;
            }
            case Moved.Overtaken overtaken -> {
                redirect.addFlashAttribute("flash", Flash.warn("evaluation.overtaken"));
                yield "redirect:/desk/evaluations/" + evaluation + "/bodies/" + evaluated;
            }
            case Moved.NotNow early -> {
                redirect.addFlashAttribute("flash", Flash.warn("evaluation.not-now"));
                yield "redirect:/desk/evaluations/" + evaluation + "/bodies/" + evaluated;
            }
            case Moved.Lacking lacking -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(
                        scope,
                        reader,
                        evaluation,
                        evaluated,
                        new EvaluatedDesk.Returned(lacking.indices(), act, "", ""),
                        model);
            }
            case Moved.WrongWords wrong -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(
                        scope,
                        reader,
                        evaluation,
                        evaluated,
                        new EvaluatedDesk.Returned(List.of(), act, words, wrong.reason()),
                        model);
            }
        };
    }

    private String page(
            Scope scope,
            Desk reader,
            EvaluationId evaluation,
            EvaluatedId evaluated,
            EvaluatedDesk.Returned returned,
            Model model) {
        model.addAttribute("view", desk.view(scope, reader, evaluation, evaluated, returned));
        return "evaluation/evaluated";
    }
}
