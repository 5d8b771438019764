package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.closing.Closed;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.closing.Outcome;
import org.kepu.activity.door.ClerksDoor;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a session out on a telephone, in under a minute: how many came, one document if there is one. */
@Controller
@RequestMapping("/desk/activities/sessions/{session}")
class ClosingPages {

    private final OwnActivities activities;
    private final ClosingOut closing;
    private final ClosingDocuments documents;
    private final ActivityViews names;
    private final ClerksDoor door;

    ClosingPages(
            OwnActivities activities,
            ClosingOut closing,
            ClosingDocuments documents,
            ActivityViews names,
            ClerksDoor door) {
        this.activities = activities;
        this.closing = closing;
        this.documents = documents;
        this.names = names;
        this.door = door;
    }

    @GetMapping("/close")
    String form(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, Model model) {
        var sheet = sheet(scope, session);
        var audiences = sheet.rows().stream().map(ClosingSheet.Row::code).toList();
        return show(sheet, ClosingForm.of(audiences, sheet.before(), sheet.counted()), null, model);
    }

    @PostMapping("/close")
    String close(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("form") ClosingForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var sheet = sheet(scope, session);
        form.check(errors);
        var before = Optional.ofNullable(sheet.before()).map(Closed::closing).map(Closing::document);
        var document = errors.hasErrors()
                ? before
                : documents.keep(scope, form.document(), errors, page).or(() -> before);
        if (!errors.hasErrors()) {
            var told = new Closing(
                    form.isHeld(),
                    form.attendances(),
                    document.orElse(null),
                    form.school().isEmpty() ? null : form.school());
            switch (closing.close(scope, session, form.basedOn(), told)) {
                case Outcome.Told done -> {
                    redirect.addFlashAttribute(
                            "flash",
                            form.isHeld()
                                    ? Flash.success("activity.closing.done", told.total())
                                    : Flash.success("activity.closing.not-held"));
                    return "redirect:/desk/activities/sessions/" + session;
                }
                case Outcome.Refused(var problems) -> problems.forEach(problem -> errors.reject(problem.messageKey()));
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(sheet, form, errors, model);
    }

    @GetMapping("/document")
    ResponseEntity<Resource> document(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session) {
        return closing.find(scope, session)
                .map(Closed::closing)
                .map(Closing::document)
                .flatMap(id -> documents.response(scope, id))
                .orElseThrow(NotFound::new);
    }

    private ClosingSheet sheet(Scope scope, SessionId id) {
        var session = activities.session(scope, id).orElseThrow(NotFound::new);
        var activity = activities.find(scope, session.activity()).orElseThrow(NotFound::new);
        var before = closing.find(scope, id);
        var came = door.cameWithout(scope, id);
        var rows = Stream.of(
                        activity.described().audiences().stream(),
                        before.stream().flatMap(told -> told.closing().attendances().keySet().stream()),
                        came.keySet().stream())
                .flatMap(codes -> codes)
                .distinct()
                .map(code -> new ClosingSheet.Row(code, names.audience(code)))
                .toList();
        return new ClosingSheet(
                activity,
                session,
                before.orElse(null),
                closing.countsPeople(scope, activity),
                rows,
                closing.schools(scope, activity, session),
                came,
                door.list(scope, id).present());
    }

    private static String show(ClosingSheet sheet, ClosingForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "activity/close";
    }
}
