package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Seen;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Presence;
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

/** The sessions on the desk: plan them, see who comes, check in. */
@Controller
@RequestMapping("/desk/activities")
class SessionDeskPages {

    private final OwnActivities activities;
    private final KeepingSessions keeping;
    private final SessionViews views;
    private final AdmissionViews admissions;
    private final Presence presence;

    SessionDeskPages(
            OwnActivities activities,
            KeepingSessions keeping,
            SessionViews views,
            AdmissionViews admissions,
            Presence presence) {
        this.activities = activities;
        this.keeping = keeping;
        this.views = views;
        this.admissions = admissions;
        this.presence = presence;
    }

    @GetMapping("/{id}/sessions/new")
    String blank(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        model.addAttribute("key", next().toString());
        return form(scope, id, null, SessionForm.BLANK, null, AdmissionForm.BLANK, null, model);
    }

    @PostMapping("/{id}/sessions/new")
    String add(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @RequestParam Optional<SessionId> key,
            @ModelAttribute("session") SessionForm form,
            BindingResult errors,
            @ModelAttribute("admission") AdmissionForm admission,
            BindingResult admissionErrors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (activities.find(scope, id).isEmpty()) {
            throw new NotFound();
        }
        var session = key.orElseGet(SessionDeskPages::next);
        model.addAttribute("key", session.toString());
        form.check(errors);
        admission.check(form.capacity(), admissions::named, admissionErrors);
        if (errors.hasErrors() || admissionErrors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(scope, id, null, form, errors, admission, admissionErrors, model);
        }
        var first = keeping.add(scope, id, session, form.planned().admitting(admission.admission(admissions::named)));
        redirect.addFlashAttribute("flash", Flash.of(first, "activity.session.added", "activity.session.added.before"));
        return "redirect:/desk/activities/" + id;
    }

    @GetMapping("/sessions/{session}")
    String session(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, Model model) {
        model.addAttribute("view", views.of(scope, found(scope, session)));
        return "activity/session";
    }

    @GetMapping("/sessions/{session}/edit")
    String edit(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, Model model) {
        var planned = found(scope, session);
        model.addAttribute("seen", Seen.of(planned));
        return form(
                scope,
                planned.activity(),
                session,
                SessionForm.of(planned),
                null,
                admissions.form(planned),
                null,
                model);
    }

    @PostMapping("/sessions/{session}/edit")
    String change(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String seen,
            @ModelAttribute("session") SessionForm form,
            BindingResult errors,
            @ModelAttribute("admission") AdmissionForm admission,
            BindingResult admissionErrors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var planned = found(scope, session);
        form.check(errors);
        admission.check(form.capacity(), admissions::named, admissionErrors);
        model.addAttribute("seen", seen);
        if (!errors.hasErrors() && !admissionErrors.hasErrors()) {
            var planning = form.planned().admitting(admission.admission(admissions::named));
            switch (keeping.change(scope, session, seen, planning)) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("activity.session.changed"));
                    return "redirect:/desk/activities/sessions/" + session;
                }
                case MORE_TAKEN -> errors.rejectValue("capacity", "activity.wrong.more-taken");
                case ANSWERED -> admissionErrors.rejectValue("words", "booking.plan.wrong.answered");
                case TOO_LATE -> errors.reject("activity.session.too-late");
                case CHANGED_MEANWHILE -> {
                    return overtaken(scope, session, form, errors, admission, admissionErrors, model, response);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, planned.activity(), session, form, errors, admission, admissionErrors, model);
    }

    /** Somebody else was faster: what is planned now stands above, what was typed in the fields. */
    private String overtaken(
            Scope scope,
            SessionId session,
            SessionForm form,
            Errors errors,
            AdmissionForm admission,
            Errors admissionErrors,
            Model model,
            HttpServletResponse response) {
        var now = found(scope, session);
        errors.reject("activity.wrong.changed-meanwhile");
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("seen", Seen.of(now));
        model.addAttribute("theirs", now);
        return form(scope, now.activity(), session, form, errors, admission, admissionErrors, model);
    }

    @PostMapping("/sessions/{session}/cancel")
    String cancel(
            @May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.of(
                        keeping.cancel(scope, session) == KeepingSessions.Change.DONE,
                        "activity.session.cancelled",
                        "activity.session.too-late"));
        return "redirect:/desk/activities/sessions/" + session;
    }

    /** Somebody at the door shows a code. */
    @PostMapping("/sessions/{session}/presence")
    String show(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (presence.show(scope, session, code)) {
                    case Presence.Shown.Here(var name, var places) ->
                        Flash.success("activity.presence.here", name, places);
                    case Presence.Shown.HereBefore(var name, var places, var since) ->
                        Flash.warn("activity.presence.before", name, places, views.time(since));
                    case Presence.Shown.NoSeat(var state) ->
                        Flash.warn(
                                switch (state) {
                                    case WAITING -> "activity.presence.waiting";
                                    case RECLAIMED -> "booking.presence.reclaimed";
                                    case TOO_LARGE -> "booking.presence.too-large";
                                    default -> "activity.presence.given-back";
                                });
                    case Presence.Shown.Unknown unknown -> Flash.warn("activity.presence.unknown");
                });
        return "redirect:/desk/activities/sessions/" + session + "#presence";
    }

    /** By which the next one is known, however often its form is sent. */
    private static SessionId next() {
        return new SessionId(UUID.randomUUID());
    }

    private Session found(Scope scope, SessionId session) {
        return activities.session(scope, session).orElseThrow(NotFound::new);
    }

    private String form(
            Scope scope,
            ActivityId id,
            @Nullable SessionId session,
            SessionForm form,
            @Nullable Errors errors,
            AdmissionForm admission,
            @Nullable Errors admissionErrors,
            Model model) {
        model.addAttribute("activity", activities.find(scope, id).orElseThrow(NotFound::new));
        model.addAttribute(
                "at",
                session == null
                        ? "/desk/activities/" + id + "/sessions/new"
                        : "/desk/activities/sessions/" + session + "/edit");
        model.addAttribute("session", form);
        model.addAttribute("sessionErrors", errors);
        model.addAttribute("admission", admission);
        model.addAttribute("admissionErrors", admissionErrors);
        model.addAttribute("divisions", admissions.divisions());
        return "activity/planning";
    }
}
