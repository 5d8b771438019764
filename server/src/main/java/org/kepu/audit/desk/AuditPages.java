package org.kepu.audit.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.chain.Verifications;
import org.kepu.page.Attachment;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
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

/** The audit trail on the desk of the auditor: search, one act, export. */
@Controller
@RequestMapping("/desk/audit")
class AuditPages {

    private final ReadingTrail trail;
    private final ExportingTrail exporting;
    private final Verifications verifications;

    AuditPages(ReadingTrail trail, ExportingTrail exporting, Verifications verifications) {
        this.trail = trail;
        this.exporting = exporting;
        this.verifications = verifications;
    }

    @GetMapping
    String search(
            @May(Right.READ_TRAIL) Scope scope,
            @ModelAttribute("filter") TrailFilter filter,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response) {
        filter.check(errors);
        return list(scope, filter, errors, number(after), "", model, response);
    }

    @GetMapping("/{id}")
    String act(@May(Right.READ_TRAIL) Scope scope, @PathVariable String id, Model model) {
        model.addAttribute(
                "row", identity(id).flatMap(one -> trail.find(scope, one)).orElseThrow(NotFound::new));
        return "audit/act";
    }

    @PostMapping("/export")
    @Nullable
    String export(
            @May(Right.READ_TRAIL) Scope scope,
            @ModelAttribute("filter") TrailFilter filter,
            BindingResult errors,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        filter.check(errors);
        Reason.fault(reason).ifPresent(fault -> errors.reject(fault.messageKey()));
        if (errors.hasErrors()) {
            return list(scope, filter, errors, null, reason, model, response);
        }
        var export = exporting.begin(scope, filter, reason);
        Attachment.CSV.head(response, page.say("audit.export.file", export.id()));
        exporting.write(scope, export, page, response.getOutputStream());
        return null;
    }

    private String list(
            Scope scope,
            TrailFilter filter,
            BindingResult errors,
            @Nullable Long after,
            String reason,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        model.addAttribute("errors", errors);
        model.addAttribute("reason", reason);
        model.addAttribute("acts", trail.acts(scope));
        model.addAttribute("found", trail.search(scope, filter, after));
        model.addAttribute("first", after == null);
        model.addAttribute("verification", verifications.last(scope).orElse(null));
        return "audit/list";
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static Optional<UUID> identity(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
