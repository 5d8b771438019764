package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.KeepingSessions.Change;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.Session;
import org.kepu.activity.Timespan;
import org.kepu.activity.series.Alteration;
import org.kepu.activity.series.KeepingSeries;
import org.kepu.activity.series.KeepingSeries.Altered;
import org.kepu.activity.series.KeepingSeries.Proposal;
import org.kepu.activity.series.KeepingSeries.Series;
import org.kepu.activity.series.SeriesId;
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

/** Sessions by a rule: say how, look at the days, tick, save; later change or call off those that are ticked. */
@Controller
@RequestMapping("/desk/activities")
class SeriesPages {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final OwnActivities activities;
    private final KeepingSeries keeping;

    SeriesPages(OwnActivities activities, KeepingSeries keeping) {
        this.activities = activities;
        this.keeping = keeping;
    }

    @GetMapping("/{id}/series")
    String blank(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        var sessions = activities.sessionsOf(scope, id);
        var like = sessions.isEmpty()
                ? SessionForm.BLANK
                : SessionForm.of(sessions.getLast()).withoutDays();
        return form(scope, id, SeriesForm.blank(), like, Proposal.NONE, model);
    }

    /** Shows the days; or plans those that are ticked, if they were shown by the very same rule. */
    @PostMapping("/{id}/series")
    String plan(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @RequestParam(defaultValue = "") String save,
            @ModelAttribute("form") SeriesForm form,
            BindingResult errors,
            @ModelAttribute("session") SessionForm session,
            BindingResult sessionErrors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        activity(scope, id);
        form.check(errors);
        session.check(sessionErrors);
        if (errors.hasErrors() || sessionErrors.hasErrors()) {
            return wrong(scope, id, form, errors, session, sessionErrors, Proposal.NONE, model, response);
        }
        var first = session.planned();
        var day = LocalDate.ofInstant(first.starts(), HERE);
        var proposal =
                keeping.propose(scope, id, form.rule(day), first, form.count(), Boolean.TRUE.equals(form.skips()));
        var days = form.days(proposal.occasions());
        if (!save.isEmpty() && form.isLooked(day)) {
            if (!days.isEmpty()) {
                return planned(scope, id, form, first, days, redirect);
            }
            errors.rejectValue("chosen", "planning.wrong.no-day");
            return wrong(scope, id, form, errors, session, sessionErrors, proposal, model, response);
        }
        return form(scope, id, form.shown(day, proposal.occasions()), session, proposal, model);
    }

    private String planned(
            Scope scope,
            ActivityId id,
            SeriesForm form,
            Planned first,
            List<LocalDate> days,
            RedirectAttributes redirect) {
        var rule = form.rule(LocalDate.ofInstant(first.starts(), HERE));
        int planned = keeping.plan(scope, id, form.id().orElseThrow(), rule, first, days);
        redirect.addFlashAttribute(
                "flash",
                planned == 0 ? Flash.warn("planning.series.none") : Flash.success("planning.series.done", planned));
        return "redirect:/desk/activities/" + id;
    }

    private String wrong(
            Scope scope,
            ActivityId id,
            SeriesForm form,
            Errors errors,
            SessionForm session,
            Errors sessionErrors,
            Proposal proposal,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        model.addAttribute("sessionErrors", sessionErrors);
        return form(scope, id, form, session, proposal, model);
    }

    private String form(
            Scope scope, ActivityId id, SeriesForm form, SessionForm session, Proposal proposal, Model model) {
        model.addAttribute("activity", activity(scope, id));
        model.addAttribute("form", form);
        model.addAttribute("session", session);
        model.addAttribute("occasions", proposal.occasions());
        model.addAttribute("known", proposal.known());
        return "planning/series";
    }

    private Activity activity(Scope scope, ActivityId id) {
        return activities.find(scope, id).orElseThrow(NotFound::new);
    }

    @GetMapping("/series/{series}")
    String series(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SeriesId series, Model model) {
        var found = keeping.find(scope, series).orElseThrow(NotFound::new);
        var ahead = found.ahead();
        var form = ahead.isEmpty() ? SessionForm.BLANK : SessionForm.of(most(ahead));
        var alike = ahead.stream()
                .filter(session -> alike(SessionForm.of(session), form))
                .map(session -> session.id().toString())
                .toList();
        return alteration(scope, found, ahead, form, new AlterForm("0", alike), model);
    }

    /** The first of those that are most often so. */
    private static Session most(List<Session> ahead) {
        var alike = ahead.stream()
                .collect(
                        Collectors.groupingBy(session -> SessionForm.of(session).withoutDays(), Collectors.counting()));
        return ahead.stream()
                .max(Comparator.<Session, Long>comparing(
                                session -> alike.get(SessionForm.of(session).withoutDays()))
                        .thenComparing(Comparator.comparing(Session::starts).reversed()))
                .orElseThrow();
    }

    private static boolean alike(SessionForm one, SessionForm other) {
        return one.withoutDays().equals(other.withoutDays());
    }

    /** Changes those that are ticked, or calls them off. */
    @PostMapping("/series/{series}")
    String alter(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SeriesId series,
            @RequestParam(defaultValue = "false") boolean off,
            @ModelAttribute("form") AlterForm form,
            BindingResult errors,
            @ModelAttribute("session") SessionForm session,
            BindingResult sessionErrors,
            Locale reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = keeping.find(scope, series).orElseThrow(NotFound::new);
        if (!off) {
            session.check(sessionErrors);
        }
        if (!sessionErrors.hasErrors() && chosen(form, errors)) {
            var altered = off
                    ? keeping.cancel(scope, series, form.sessions())
                    : keeping.alter(scope, series, form.sessions(), alteration(session.planned(), form.days()));
            var done = off ? "planning.series.cancelled" : "planning.series.altered";
            if (told(altered, done, reader, errors, redirect)) {
                return "redirect:/desk/activities/series/" + series;
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        model.addAttribute("sessionErrors", sessionErrors);
        return alteration(scope, found, found.ahead(), session, form, model);
    }

    private static boolean chosen(AlterForm form, Errors errors) {
        if (form.sessions().isEmpty()) {
            errors.rejectValue("chosen", "planning.wrong.no-session");
        }
        return !errors.hasErrors();
    }

    private static boolean told(
            Altered altered, String done, Locale reader, Errors errors, RedirectAttributes redirect) {
        return switch (altered) {
            case Altered.Done(var sessions) -> {
                redirect.addFlashAttribute("flash", Flash.success(done, sessions));
                yield true;
            }
            case Altered.Refused(var session, var why) -> {
                errors.reject(
                        why == Change.MORE_TAKEN ? "planning.wrong.more-taken" : "planning.wrong.too-late",
                        new Object[] {Timespan.of(session, reader)},
                        "");
                yield false;
            }
        };
    }

    private static Alteration alteration(Planned planned, int later) {
        return new Alteration(
                later,
                LocalTime.ofInstant(planned.starts(), HERE),
                LocalTime.ofInstant(planned.ends(), HERE),
                planned.capacity(),
                planned.perPerson(),
                planned.waits(),
                planned.offerMinutes());
    }

    private String alteration(
            Scope scope, Series series, List<Session> ahead, SessionForm session, AlterForm form, Model model) {
        model.addAttribute("activity", activity(scope, series.activity()));
        model.addAttribute("series", series);
        model.addAttribute("ahead", ahead);
        model.addAttribute("session", session);
        model.addAttribute("form", form);
        return "planning/alter";
    }
}
