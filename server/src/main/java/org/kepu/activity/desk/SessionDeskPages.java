package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Seen;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Presence;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
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

/** The sessions on the desk: plan them, see who comes, book for others, check in. */
@Controller
@RequestMapping("/desk/activities")
class SessionDeskPages {

    private final OwnActivities activities;
    private final KeepingSessions keeping;
    private final SessionViews views;
    private final Registrations registrations;
    private final Presence presence;

    SessionDeskPages(
            OwnActivities activities,
            KeepingSessions keeping,
            SessionViews views,
            Registrations registrations,
            Presence presence) {
        this.activities = activities;
        this.keeping = keeping;
        this.views = views;
        this.registrations = registrations;
        this.presence = presence;
    }

    @GetMapping("/{id}/sessions/new")
    String blank(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        return form(scope, id, null, SessionForm.BLANK, null, model);
    }

    @PostMapping("/{id}/sessions/new")
    String add(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @ModelAttribute("session") SessionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (activities.find(scope, id).isEmpty()) {
            throw new NotFound();
        }
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(scope, id, null, form, errors, model);
        }
        keeping.add(scope, id, form.planned());
        redirect.addFlashAttribute("flash", Flash.success("activity.session.added"));
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
        return form(scope, planned.activity(), session, SessionForm.of(planned), null, model);
    }

    @PostMapping("/sessions/{session}/edit")
    String change(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String seen,
            @ModelAttribute("session") SessionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var planned = found(scope, session);
        form.check(errors);
        model.addAttribute("seen", seen);
        if (!errors.hasErrors()) {
            switch (keeping.change(scope, session, seen, form.planned())) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("activity.session.changed"));
                    return "redirect:/desk/activities/sessions/" + session;
                }
                case MORE_TAKEN -> errors.rejectValue("capacity", "activity.wrong.more-taken");
                case TOO_LATE -> errors.reject("activity.session.too-late");
                case CHANGED_MEANWHILE -> {
                    return overtaken(scope, session, form, errors, model, response);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, planned.activity(), session, form, errors, model);
    }

    /** Somebody else was faster: what is planned now stands above, what was typed in the fields. */
    private String overtaken(
            Scope scope,
            SessionId session,
            SessionForm form,
            Errors errors,
            Model model,
            HttpServletResponse response) {
        var now = found(scope, session);
        errors.reject("activity.wrong.changed-meanwhile");
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("seen", Seen.of(now));
        model.addAttribute("theirs", now);
        return form(scope, now.activity(), session, form, errors, model);
    }

    @PostMapping("/sessions/{session}/cancel")
    String cancel(
            @May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                keeping.cancel(scope, session) == KeepingSessions.Change.DONE
                        ? Flash.success("activity.session.cancelled")
                        : Flash.warn("activity.session.too-late"));
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
                                state == Booking.State.WAITING
                                        ? "activity.presence.waiting"
                                        : "activity.presence.given-back");
                    case Presence.Shown.Unknown unknown -> Flash.warn("activity.presence.unknown");
                });
        return "redirect:/desk/activities/sessions/" + session + "#presence";
    }

    /** Somebody without a telephone that can do so, or a group, is booked by the clerk. */
    @PostMapping("/sessions/{session}/bookings")
    String book(
            @May(Right.BOOK_FOR_OTHERS) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("booking") AgentForm form,
            RedirectAttributes redirect) {
        if (!views.reaches(scope, session)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", booked(scope, session, form));
        return "redirect:/desk/activities/sessions/" + session + "#bookings";
    }

    private Flash booked(Scope scope, SessionId session, AgentForm form) {
        var who = form.applicant(scope.actor());
        if (who.isEmpty()) {
            return Flash.warn("activity.agent.wrong");
        }
        return switch (registrations.registerFor(scope, session, who.get())) {
            case Registration.Confirmed(var code) -> Flash.success("activity.agent.confirmed", Booking.spelled(code));
            case Registration.Waiting(var code, var position) ->
                Flash.warn("activity.agent.waiting", Booking.spelled(code), position);
            case Registration.Already(var code, var waiting) -> Flash.warn("activity.agent.already");
            case Registration.Refused(var broken) ->
                Flash.warn(broken.getFirst().messageKey());
        };
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
            Model model) {
        model.addAttribute("activity", activities.find(scope, id).orElseThrow(NotFound::new));
        model.addAttribute(
                "at",
                session == null
                        ? "/desk/activities/" + id + "/sessions/new"
                        : "/desk/activities/sessions/" + session + "/edit");
        model.addAttribute("session", form);
        model.addAttribute("sessionErrors", errors);
        return "activity/planning";
    }
}
