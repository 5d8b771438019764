package org.kepu.ledger.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskId;
import org.kepu.page.Flash;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of a body, and what can be done with many of them at once, after one has seen with which. */
@Controller
@RequestMapping("/desk/tasks")
class TaskListPages {

    private final TaskLists lists;
    private final TakingUp takingUp;
    private final CarryingOver carrying;

    TaskListPages(TaskLists lists, TakingUp takingUp, CarryingOver carrying) {
        this.lists = lists;
        this.takingUp = takingUp;
        this.carrying = carrying;
    }

    /** Which tasks; an absent part is chosen for the reader. */
    public record Choice(
            @Nullable PlanId plan,
            @Nullable Integer year,
            @Nullable UUID body) {

        TaskLists.Asked ofOneBody() {
            return asked(true);
        }

        TaskLists.Asked ofAll() {
            return asked(false);
        }

        private TaskLists.Asked asked(boolean bodyNeeded) {
            return new TaskLists.Asked(plan, year, body == null ? null : new BodyId(body), bodyNeeded);
        }
    }

    @GetMapping
    String list(@May(Right.READ_LEDGER) Scope scope, Choice choice, Model model) {
        model.addAttribute("list", lists.list(scope, scope, Right.READ_LEDGER, choice.ofAll(), task -> true));
        return "work/tasks";
    }

    /** Those of one's body that wait to be taken up. */
    @GetMapping("/take-up")
    String waiting(@May(Right.DO_TASKS) Scope scope, Desk desk, Choice choice, Model model) {
        model.addAttribute(
                "list",
                lists.list(
                        desk.scope(Right.READ_LEDGER),
                        scope,
                        Right.DO_TASKS,
                        choice.ofOneBody(),
                        task -> task.state() == Task.State.ASSIGNED));
        return "work/take-up";
    }

    @PostMapping("/take-up")
    String takeUp(
            @May(Right.DO_TASKS) Scope scope,
            Choice choice,
            @RequestParam(name = "task", defaultValue = "") List<UUID> ids,
            RedirectAttributes redirect) {
        var taken = takingUp.all(scope, ids.stream().map(TaskId::new).toList());
        redirect.addFlashAttribute(
                "flash",
                ids.isEmpty()
                        ? Flash.warn("work.picked.none")
                        : taken == ids.size()
                                ? Flash.success("work.taken-up", taken)
                                : Flash.warn("work.taken-up.some", taken, ids.size() - taken));
        return "redirect:/desk/tasks" + query(choice);
    }

    /** The unfinished ones of a year. */
    @GetMapping("/carry-over")
    String unfinished(@May(Right.DO_TASKS) Scope scope, Desk desk, Choice choice, Model model) {
        return unfinished(scope, desk, choice, new CarryForm(""), null, model);
    }

    private String unfinished(
            Scope scope, Desk desk, Choice choice, CarryForm form, @Nullable BindingResult errors, Model model) {
        model.addAttribute(
                "list",
                lists.list(
                        desk.scope(Right.READ_LEDGER),
                        scope,
                        Right.DO_TASKS,
                        choice.ofAll(),
                        task -> task.state().isOpen()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "work/carry-over";
    }

    @PostMapping("/carry-over")
    String carryOver(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            Choice choice,
            @ModelAttribute("carry") CarryForm form,
            BindingResult errors,
            @RequestParam(name = "task", defaultValue = "") List<UUID> ids,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Reason.fault(form.reason()).ifPresent(fault -> errors.rejectValue("reason", fault.messageKey()));
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("picked", ids);
            return unfinished(scope, desk, choice, form, errors, model);
        }
        var answers = carrying.all(scope, ids.stream().map(TaskId::new).toList(), new Reason(form.reason()));
        var carried = answers.getOrDefault(Answer.SAVED, 0);
        redirect.addFlashAttribute(
                "flash",
                ids.isEmpty()
                        ? Flash.warn("work.picked.none")
                        : carried == ids.size()
                                ? Flash.success("work.carried-over.all", carried)
                                : Flash.warn("work.carried-over.some", carried, ids.size() - carried));
        return "redirect:/desk/tasks" + query(choice);
    }

    private static String query(Choice choice) {
        return choice.plan() == null
                ? ""
                : "?plan=" + choice.plan()
                        + (choice.year() == null ? "" : "&year=" + choice.year())
                        + (choice.body() == null ? "" : "&body=" + choice.body());
    }
}
