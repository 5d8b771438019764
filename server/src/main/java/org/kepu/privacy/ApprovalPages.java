package org.kepu.privacy;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.PersonNames;
import org.kepu.page.Flash;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody decides on who may read a minor's data. */
@Controller
@RequestMapping("/desk/privacy/approvals")
class ApprovalPages {

    private final Approvals approvals;
    private final Purposes purposes;
    private final ObjectProvider<PersonNames> names;
    private final Clock clock;

    ApprovalPages(Approvals approvals, Purposes purposes, ObjectProvider<PersonNames> names, Clock clock) {
        this.approvals = approvals;
        this.purposes = purposes;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String approvals(@May(Right.KEEP_PRIVACY) Scope scope, Model model) {
        var all = approvals.all(scope);
        var readers = all.stream().map(Approvals.Approval::reader).distinct().toList();
        model.addAttribute("approvals", all);
        model.addAttribute("now", clock.instant());
        model.addAttribute("purposes", purposes);
        model.addAttribute("self", scope.actor().account());
        model.addAttribute(
                "names",
                names.stream().findFirst().map(known -> known.of(readers)).orElse(Map.of()));
        return "privacy/approvals";
    }

    @PostMapping("/{id}")
    String decide(
            @May(Right.KEEP_PRIVACY) Scope scope,
            @PathVariable UUID id,
            @RequestParam boolean grant,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Reason.fault(reason)
                        .map(fault -> Flash.warn(fault.messageKey()))
                        .orElseGet(() -> told(approvals.decide(scope, id, grant, new Reason(reason)), grant)));
        return "redirect:/desk/privacy/approvals";
    }

    private static Flash told(Approvals.Deciding outcome, boolean granted) {
        return switch (outcome) {
            case DECIDED -> Flash.success(granted ? "privacy.approval.granted" : "privacy.approval.denied");
            case OWN -> Flash.warn("privacy.approval.own");
            case OVERTAKEN -> Flash.warn("privacy.approval.overtaken");
        };
    }
}
