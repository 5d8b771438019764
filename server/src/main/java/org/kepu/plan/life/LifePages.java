package org.kepu.plan.life;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
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

/** What happens to an issued plan: it is published, and one day another one continues it. */
@Controller
@RequestMapping("/desk/plans/{id}")
class LifePages {

    private final Publishing publishing;
    private final Succeeding succeeding;
    private final Succession succession;
    private final Plans plans;

    LifePages(Publishing publishing, Succeeding succeeding, Succession succession, Plans plans) {
        this.publishing = publishing;
        this.succeeding = succeeding;
        this.succession = succession;
        this.plans = plans;
    }

    @PostMapping("/publication")
    String published(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        switch (publishing.record(scope, id, day(on), place, seen)) {
            case RECORDED -> redirect.addFlashAttribute("flash", Flash.success("life.publication.recorded"));
            case WRONG_DAY -> again(redirect, new TypedPublication(on, place, "life.publication.wrong-day", null));
            case WRONG_PLACE -> again(redirect, new TypedPublication(on, place, "life.publication.wrong-place", null));
            case OVERTAKEN ->
                again(
                        redirect,
                        new TypedPublication(
                                on, place, null, publishing.recorder(scope, id).orElse(null)));
        }
        return "redirect:/desk/plans/" + id + "#publication";
    }

    /** The page of the plan comes next, with the form as it was typed. */
    private static void again(RedirectAttributes redirect, TypedPublication typed) {
        redirect.addFlashAttribute("typed", typed);
    }

    /** A day that cannot be read is one that nothing was published on. */
    private static LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : LocalDate.MAX;
        } catch (DateTimeParseException unreadable) {
            return LocalDate.MAX;
        }
    }

    @GetMapping("/successor")
    String successor(@May(Right.DESK) Scope scope, @PathVariable PlanId id, Model model) {
        var plan = plans.find(id).orElseThrow(NotFound::new);
        model.addAttribute("plan", plan);
        model.addAttribute("earlier", succession.earlier(id).orElse(null));
        model.addAttribute("candidates", succession.candidates(plan));
        model.addAttribute("lines", succession.lines(id));
        return "life/successor";
    }

    @PostMapping("/successor")
    String continues(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam PlanId earlier,
            RedirectAttributes redirect) {
        var inherited = succeeding.name(scope, id, earlier);
        redirect.addFlashAttribute("flash", Flash.success("life.succession.named", inherited));
        return "redirect:/desk/plans/" + id + "/successor";
    }
}
