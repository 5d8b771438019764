package org.kepu.ledger.work.yearly;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.work.yearly.ReadingWorkPlans.Returned;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
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

/** The yearly work plans on the desk: begun from the ledger, edited section by section, issued. */
@Controller
@RequestMapping("/desk/work-plans")
class WorkPlanPages {

    private final WorkPlanLists lists;
    private final WorkPlans workPlans;
    private final ReadingWorkPlans reading;
    private final DraftingWorkPlans drafting;
    private final IssuingWorkPlans issuing;

    WorkPlanPages(
            WorkPlanLists lists,
            WorkPlans workPlans,
            ReadingWorkPlans reading,
            DraftingWorkPlans drafting,
            IssuingWorkPlans issuing) {
        this.lists = lists;
        this.workPlans = workPlans;
        this.reading = reading;
        this.drafting = drafting;
        this.issuing = issuing;
    }

    @GetMapping
    String list(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable PlanId plan,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("list", lists.list(scope, desk, plan, year));
        return "work/plans";
    }

    /** Begins the office's, or a body's where one is named. */
    @PostMapping
    String begin(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @RequestParam PlanId plan,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable UUID body,
            RedirectAttributes redirect) {
        var whose = body == null ? null : new BodyId(body);
        return answer(
                drafting.begin(whose == null ? desk.scope(Right.RUN_LEDGER) : scope, plan, year, whose),
                "redirect:/desk/work-plans?plan=" + plan + "&year=" + year,
                redirect);
    }

    @GetMapping("/{workPlan}")
    String show(@May(Right.READ_LEDGER) Scope scope, Desk desk, @PathVariable UUID workPlan, Model model) {
        model.addAttribute("view", reading.read(scope, desk, workPlan, Returned.NOTHING));
        return "work/plan";
    }

    @PostMapping("/{workPlan}/sections/{section}")
    String edit(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable UUID workPlan,
            @PathVariable int section,
            @Valid @ModelAttribute("section") SectionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var hand = hand(desk, workPlan);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again(desk, workPlan, new Returned(form, section, false, null, errors), model);
        }
        var outcome = drafting.edit(hand, workPlan, section, form);
        if (outcome instanceof Writing.Overtaken || outcome instanceof Writing.Closed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return again(desk, workPlan, new Returned(form, section, true, null, null), model);
        }
        return answer(outcome, "redirect:/desk/work-plans/" + workPlan + "#section-" + section, redirect);
    }

    @PostMapping("/{workPlan}/issue")
    String issue(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable UUID workPlan,
            @Valid @ModelAttribute("issue") IssueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var hand = hand(desk, workPlan);
        if (!errors.hasErrors()) {
            switch (issuing.issue(hand, workPlan, form)) {
                case Issue.Issued issued -> redirect.addFlashAttribute("flash", Flash.success("work.plan.issued"));
                case Issue.Already already -> redirect.addFlashAttribute("flash", Flash.warn("work.plan.closed"));
                case Issue.Changed changed -> errors.reject("work.plan.changed");
                case Issue.NumberTaken taken -> errors.rejectValue("number", "work.plan.number.taken");
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again(desk, workPlan, new Returned(null, -1, false, form, errors), model);
        }
        return "redirect:/desk/work-plans/" + workPlan;
    }

    @PostMapping("/{workPlan}/discard")
    String discard(
            @May(Right.DO_TASKS) Scope scope, Desk desk, @PathVariable UUID workPlan, RedirectAttributes redirect) {
        var hand = hand(desk, workPlan);
        if (!drafting.discard(hand, workPlan)) {
            redirect.addFlashAttribute("flash", Flash.warn("work.plan.closed"));
            return "redirect:/desk/work-plans/" + workPlan;
        }
        redirect.addFlashAttribute("flash", Flash.success("work.plan.discarded"));
        return "redirect:/desk/work-plans";
    }

    /** With which right this one is written: the office's with the office's, a body's with the body's. */
    private Scope hand(Desk desk, UUID id) {
        return workPlans
                .find(desk.scope(Right.READ_LEDGER), id)
                .map(found -> desk.scope(found.writtenWith()))
                .orElseThrow(NotFound::new);
    }

    private String again(Desk desk, UUID id, Returned returned, Model model) {
        model.addAttribute("view", reading.read(desk.scope(Right.READ_LEDGER), desk, id, returned));
        return "work/plan";
    }

    private static String answer(Writing outcome, String place, RedirectAttributes redirect) {
        return switch (outcome) {
            case Writing.Draft(var id, var fresh) -> {
                redirect.addFlashAttribute("flash", Flash.of(fresh, "work.plan.begun", "work.plan.there"));
                yield "redirect:/desk/work-plans/" + id;
            }
            case Writing.Saved saved -> {
                redirect.addFlashAttribute("flash", Flash.success("work.plan.saved"));
                yield place;
            }
            case Writing.Closed closed -> {
                redirect.addFlashAttribute("flash", Flash.warn("work.plan.closed"));
                yield place;
            }
            case Writing.NothingAsked nothing -> {
                redirect.addFlashAttribute("flash", Flash.warn("work.plan.nothing"));
                yield place;
            }
            case Writing.Overtaken overtaken -> throw new IllegalStateException("shown on the page itself");
        };
    }
}
