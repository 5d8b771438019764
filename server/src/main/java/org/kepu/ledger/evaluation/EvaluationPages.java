package org.kepu.ledger.evaluation;

import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
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

/** Evaluations on the desk: which there are, setting one for a plan, starting and closing it. */
@Controller
@RequestMapping("/desk/evaluations")
class EvaluationPages {

    private static final int LONGEST_WORDS = 5000;

    private final EvaluationDesk desk;
    private final PreparingEvaluations preparing;
    private final Clock clock;

    EvaluationPages(EvaluationDesk desk, PreparingEvaluations preparing, Clock clock) {
        this.desk = desk;
        this.preparing = preparing;
        this.clock = clock;
    }

    @GetMapping
    String list(@May(Right.READ_LEDGER) Scope scope, Model model) {
        var list = desk.list(scope);
        model.addAttribute("evaluations", list.evaluations());
        model.addAttribute("plans", list.plans());
        return "evaluation/list";
    }

    @GetMapping("/new")
    String form(@May(Right.RUN_LEDGER) Scope scope, @RequestParam(required = false) @Nullable UUID plan, Model model) {
        var choices = preparing.choices(scope);
        var chosen = choices.stream()
                .filter(one -> plan == null || one.id().value().equals(plan))
                .findFirst();
        model.addAttribute("plans", choices);
        model.addAttribute("form", EvaluationForm.usual(chosen.orElse(null), Today.by(clock)));
        return "evaluation/new";
    }

    @PostMapping
    String create(
            @May(Right.RUN_LEDGER) Scope scope,
            @Valid @ModelAttribute("form") EvaluationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            model.addAttribute("plans", preparing.choices(scope));
            return "evaluation/new";
        }
        var outcome = preparing.create(scope, form);
        return switch (outcome) {
            case Prepared.Done done -> back(redirect, Flash.success("evaluation.set"), done.id());
            case Prepared.Already already -> back(redirect, Flash.warn("evaluation.already"), already.id());
            default -> throw new IllegalStateException("an evaluation is set, or was set: " + outcome);
        };
    }

    @GetMapping("/{evaluation}")
    String show(@May(Right.READ_LEDGER) Scope scope, Desk reader, @PathVariable EvaluationId evaluation, Model model) {
        model.addAttribute("view", desk.view(scope, reader, evaluation, EvaluationDesk.Returned.NOTHING));
        return "evaluation/evaluation";
    }

    @PostMapping("/{evaluation}/bodies")
    String choose(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @RequestParam(required = false) @Nullable List<UUID> bodies,
            RedirectAttributes redirect) {
        var chosen = bodies == null ? List.<UUID>of() : bodies;
        return told(
                redirect,
                preparing.choose(
                        scope, evaluation, chosen.stream().map(BodyId::new).collect(toSet())),
                "evaluation.chosen",
                evaluation);
    }

    @PostMapping("/{evaluation}/start")
    String start(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @RequestParam int tree,
            RedirectAttributes redirect) {
        return told(redirect, preparing.start(scope, evaluation, tree), "evaluation.started", evaluation);
    }

    @PostMapping("/{evaluation}/close")
    String close(
            @May(Right.RUN_LEDGER) Scope scope, @PathVariable EvaluationId evaluation, RedirectAttributes redirect) {
        return told(redirect, preparing.close(scope, evaluation), "evaluation.closed", evaluation);
    }

    /** What the office says in the report. */
    @PostMapping("/{evaluation}/words")
    String say(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @RequestParam(defaultValue = "") String problems,
            @RequestParam(defaultValue = "") String nextSteps,
            @RequestParam int version,
            RedirectAttributes redirect) {
        if (problems.length() > LONGEST_WORDS || nextSteps.length() > LONGEST_WORDS) {
            return back(redirect, Flash.warn("evaluation.words.beyond"), evaluation);
        }
        return told(
                redirect,
                preparing.say(scope, evaluation, problems.strip(), nextSteps.strip(), version),
                "evaluation.words.kept",
                evaluation);
    }

    private static String told(RedirectAttributes redirect, Prepared outcome, String done, EvaluationId id) {
        var flash = switch (outcome) {
            case Prepared.Done ended -> Flash.success(done);
            case Prepared.Already already -> Flash.warn("evaluation.already");
            case Prepared.Overtaken overtaken -> Flash.warn("evaluation.overtaken");
            case Prepared.Unsound unsound ->
                Flash.warn("evaluation.unsound", unsound.faults().size());
            case Prepared.NobodyAsked nobody -> Flash.warn("evaluation.nobody");
            case Prepared.Unsettled unsettled -> Flash.warn("evaluation.unsettled", unsettled.unsettled());
        };
        return back(redirect, flash, id);
    }

    private static String back(RedirectAttributes redirect, Flash flash, EvaluationId id) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/evaluations/" + id;
    }
}
