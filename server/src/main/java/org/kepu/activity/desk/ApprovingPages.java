package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.approval.Approving;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
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

/** Activities before those who approve them: send one, read it, approve it or send it back. */
@Controller
@RequestMapping("/desk/activities")
class ApprovingPages {

    private final Approving approving;
    private final ActivityViews views;
    private final PlanningViews planning;

    ApprovingPages(Approving approving, ActivityViews views, PlanningViews planning) {
        this.approving = approving;
        this.views = views;
        this.planning = planning;
    }

    @PostMapping("/{id}/approval")
    String send(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (approving.send(scope, id)) {
                    case DONE -> Flash.success("planning.sent");
                    case ALREADY -> Flash.warn("planning.sent.already");
                    case NOT_NEEDED -> Flash.success("planning.sent.not-needed");
                    case NO_SESSION -> Flash.warn("activity.publish.no-session");
                    case TOO_LATE -> Flash.warn("planning.sent.too-late");
                });
        return "redirect:/desk/activities/" + id;
    }

    /** An office reads what it is asked by its own right, a body by that of its activities. */
    @GetMapping("/approvals/{approval}")
    String approval(@May(Right.RUN_ACTIVITIES) Scope scope, Desk desk, @PathVariable UUID approval, Model model) {
        return page(desk, approval, "", null, model);
    }

    @PostMapping("/approvals/{approval}")
    String answer(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            Desk desk,
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "0") int position,
            @RequestParam(defaultValue = "false") boolean approved,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var running = desk.scope(Right.RUN_ACTIVITIES);
        var wrong =
                switch (approving.answer(running, desk.scope(Right.RUN_LEDGER), approval, position, approved, reason)) {
                    case DONE -> {
                        redirect.addFlashAttribute(
                                "flash", Flash.success(approved ? "planning.approved" : "planning.returned"));
                        yield "";
                    }
                    case ALREADY -> "planning.answer.already";
                    case CHANGED -> "planning.answer.changed";
                    case OWN -> "planning.answer.own";
                    case NO_REASON -> "planning.answer.no-reason";
                };
        if (wrong.isEmpty()) {
            return "redirect:/desk/activities/approvals/" + approval;
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(desk, approval, reason, wrong, model);
    }

    private String page(Desk desk, UUID id, String reason, @Nullable String wrong, Model model) {
        var running = desk.scope(Right.RUN_ACTIVITIES);
        var office = desk.scope(Right.RUN_LEDGER);
        var approval = approving.find(running, office, id).orElseThrow(NotFound::new);
        var activity = approving.activity(running, office, id).orElseThrow(NotFound::new);
        model.addAttribute("approval", planning.view(approval));
        model.addAttribute("view", views.plain(activity, approving.sessions(running, office, id)));
        model.addAttribute("mine", approving.isMine(running, office, approval));
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        return "planning/approval";
    }
}
