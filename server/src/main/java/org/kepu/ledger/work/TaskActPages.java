package org.kepu.ledger.work;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.TaskId;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the task page lets one do, in place. */
@Controller
@RequestMapping("/desk/tasks/{task}")
class TaskActPages {

    private final ReadingTasks reading;
    private final Parts parts;
    private final GivingEvidence evidence;
    private final NamingOwnPlans ownPlans;
    private final CarryingOver carrying;
    private final TaskForms forms;
    private final Clock clock;

    TaskActPages(
            ReadingTasks reading,
            Parts parts,
            GivingEvidence evidence,
            NamingOwnPlans ownPlans,
            CarryingOver carrying,
            TaskForms forms,
            Clock clock) {
        this.reading = reading;
        this.parts = parts;
        this.evidence = evidence;
        this.ownPlans = ownPlans;
        this.carrying = carrying;
        this.forms = forms;
        this.clock = clock;
    }

    /** Adds a part, or changes one where the form is of a part that is there. */
    @PostMapping("/parts")
    String part(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @Valid @ModelAttribute("part") PartForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return wrong(desk, task, forms.empty().with(form, errors), model, response);
        }
        var answer = form.version() == 0 ? parts.add(scope, task, form) : parts.change(scope, task, form);
        if (!answer.isGood()) {
            errors.reject(answer.messageKey());
            return wrong(desk, task, forms.empty().with(asItStands(read(desk, task), form), errors), model, response);
        }
        return told(redirect, task, answer, "work.part.saved", "parts");
    }

    /** What was typed, to be saved over what another has saved in the meantime. */
    private static PartForm asItStands(TaskView view, PartForm typed) {
        return view.parts().stream()
                .filter(part -> part.id().equals(typed.id()))
                .findFirst()
                .map(part -> typed.having(part.version()))
                .orElse(typed);
    }

    @PostMapping("/parts/{part}/{step}")
    String step(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable TaskId task,
            @PathVariable UUID part,
            @PathVariable Part.Step step,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            RedirectAttributes redirect) {
        var today = LocalDate.now(clock);
        var day = on == null || on.isAfter(today) ? today : on;
        return told(redirect, task, parts.step(scope, task, part, step, day), "work.part.moved." + step, "parts");
    }

    @PostMapping("/evidence")
    String evidence(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @Valid @ModelAttribute("evidence") EvidenceForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var day = form.day();
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            errors.rejectValue("day", "work.evidence.day.future");
        }
        if (errors.hasErrors()) {
            return wrong(desk, task, forms.empty().with(form, errors), model, response);
        }
        return switch (evidence.add(scope, task, form)) {
            case Given.Answered(var answer)
            when !answer.isGood() -> {
                errors.reject(answer.messageKey());
                yield wrong(
                        desk, task, forms.empty().with(asItStands(read(desk, task), form), errors), model, response);
            }
            case Given.Answered(var answer) -> told(redirect, task, answer, "work.evidence.saved", "evidence");
            case Given.NotKept refused -> {
                errors.rejectValue("file", "file", refused.why().said(page));
                yield wrong(desk, task, forms.empty().with(form, errors), model, response);
            }
        };
    }

    /** What was typed, to take the place of what another has said in the meantime. */
    private static EvidenceForm asItStands(TaskView view, EvidenceForm typed) {
        var said = view.evidence();
        var last = typed.supersedes();
        for (var later = after(said, last); later.isPresent(); later = after(said, last)) {
            last = later.get().id();
        }
        return last == null ? typed : typed.insteadOf(last);
    }

    private static Optional<Evidence> after(List<Evidence> said, @Nullable UUID one) {
        return said.stream()
                .filter(later -> one != null && one.equals(later.supersedes()))
                .findFirst();
    }

    @PostMapping("/own-plan")
    String ownPlan(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @Valid @ModelAttribute("own") OwnPlanForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.chosen() == null && form.title().isEmpty()) {
            errors.rejectValue("title", "work.own-plan.title.missing");
        }
        if (form.chosen() == null && form.signedOn() == null) {
            errors.rejectValue("signedOn", "work.own-plan.day.missing");
        }
        if (errors.hasErrors()) {
            return wrong(desk, task, forms.empty().with(form, errors), model, response);
        }
        return switch (ownPlans.name(scope, task, form)) {
            case Given.Answered given -> told(redirect, task, given.answer(), "work.own-plan.saved", "own-plan");
            case Given.NotKept refused -> {
                errors.rejectValue("document", "file", refused.why().said(page));
                yield wrong(desk, task, forms.empty().with(form, errors), model, response);
            }
        };
    }

    @PostMapping("/carry-over")
    String carryOver(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @ModelAttribute("carry") CarryForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Reason.fault(form.reason()).ifPresent(fault -> errors.rejectValue("reason", fault.messageKey()));
        if (errors.hasErrors()) {
            return wrong(desk, task, forms.empty().with(form, errors), model, response);
        }
        return told(
                redirect, task, carrying.carry(scope, task, new Reason(form.reason())), "work.carried-over", "state");
    }

    private String wrong(Desk desk, TaskId task, TaskForms.Shown shown, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("view", read(desk, task));
        model.addAttribute("forms", shown);
        return "work/task";
    }

    private TaskView read(Desk desk, TaskId task) {
        return reading.read(desk.scope(Right.READ_LEDGER), desk, task);
    }

    private static String told(RedirectAttributes redirect, TaskId task, Answer answer, String done, String place) {
        redirect.addFlashAttribute("flash", answer.flash(done));
        return "redirect:/desk/tasks/" + task + "#" + place;
    }
}
