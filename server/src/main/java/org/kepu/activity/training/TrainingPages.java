package org.kepu.activity.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Classes on the desk (培训班): the year's ledger, one class with its rules and trainees, closing it. */
@Controller
@RequestMapping("/desk/trainings")
class TrainingPages {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final TrainingClasses classes;
    private final TrainingLedger ledger;
    private final ClosingClasses closing;
    private final ClassViews views;
    private final TrainingTerms terms;
    private final Clock clock;

    TrainingPages(
            TrainingClasses classes,
            TrainingLedger ledger,
            ClosingClasses closing,
            ClassViews views,
            TrainingTerms terms,
            Clock clock) {
        this.classes = classes;
        this.ledger = ledger;
        this.closing = closing;
        this.views = views;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    String ledger(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var chosen = year == null ? Year.now(clock) : Year.of(Math.clamp(year, FIRST_YEAR, LAST_YEAR));
        model.addAttribute("year", chosen.getValue());
        model.addAttribute("lines", ledger.lines(scope, chosen));
        model.addAttribute("totals", ledger.totals(scope, chosen));
        model.addAttribute("terms", terms);
        return "training/ledger";
    }

    @GetMapping("/{training}")
    String show(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId training, Model model) {
        var view = views.find(scope, training);
        if (view.isEmpty()) {
            return rules(activity(scope, training), RuleForm.of(null), null, model);
        }
        return show(view.get(), model);
    }

    @GetMapping("/{training}/rules")
    String rules(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId training, Model model) {
        return rules(
                activity(scope, training),
                RuleForm.of(classes.find(scope, training).orElse(null)),
                null,
                model);
    }

    @PostMapping("/{training}/rules")
    String set(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var activity = activity(scope, training);
        form.check(terms, errors);
        if (!errors.hasErrors()) {
            switch (classes.set(scope, training, form.basedOn(), form.mode(), form.rule())) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("training.set"));
                    return "redirect:/desk/trainings/" + training;
                }
                case NOT_A_TRAINING -> errors.reject("training.wrong.kind");
                case COUNTED_BY_NUMBERS -> errors.reject("training.wrong.numbers");
                case CHANGED_MEANWHILE -> errors.reject("training.wrong.meanwhile");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return rules(activity, form, errors, model);
    }

    @PostMapping("/{training}/close")
    String close(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (closing.close(scope, training)) {
            case ClassClosed.Told(var version, var attendances) -> {
                redirect.addFlashAttribute("flash", Flash.success("training.closed", attendances));
                yield "redirect:/desk/trainings/" + training;
            }
            case ClassClosed.Refused(var problems) -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                model.addAttribute("problems", problems);
                yield show(views.get(scope, training), model);
            }
        };
    }

    private String show(ClassView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("terms", terms);
        return "training/class";
    }

    private String rules(Activity activity, RuleForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("activity", activity);
        model.addAttribute("form", form);
        model.addAttribute("modes", terms.modes());
        model.addAttribute("errors", errors);
        return "training/rules";
    }

    private Activity activity(Scope scope, ActivityId id) {
        return classes.training(scope, id).orElseThrow(NotFound::new);
    }
}
