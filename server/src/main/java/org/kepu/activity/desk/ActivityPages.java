package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.template.KeepingTemplates;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The activities on the desk: list, write, publish, call off, copy. */
@Controller
@RequestMapping("/desk/activities")
class ActivityPages {

    private static final int ROWS = 50;
    private static final int LONGEST_REASON = 200;

    private final OwnActivities activities;
    private final KeepingActivities keeping;
    private final ActivityViews views;
    private final PlanningViews planning;
    private final KeepingTemplates templates;
    private final Choices choices;
    private final AdmissionViews admissions;
    private final Clock clock;

    ActivityPages(
            OwnActivities activities,
            KeepingActivities keeping,
            ActivityViews views,
            PlanningViews planning,
            KeepingTemplates templates,
            Choices choices,
            AdmissionViews admissions,
            Clock clock) {
        this.activities = activities;
        this.keeping = keeping;
        this.views = views;
        this.planning = planning;
        this.templates = templates;
        this.choices = choices;
        this.admissions = admissions;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Activity.@Nullable State state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var number = Math.clamp(page, 1, 100_000);
        var found = activities.list(scope, q, state, clock.instant(), number, ROWS);
        var here = UriComponentsBuilder.fromPath("/desk/activities")
                .queryParam("q", q)
                .queryParam("state", state == null ? "" : state.name())
                .encode()
                .build()
                .toUriString();
        model.addAttribute("lines", views.lines(found.lines()));
        model.addAttribute("pager", new Pager(here, number, ROWS, found.total()));
        model.addAttribute("q", q);
        model.addAttribute("state", state == null ? "" : state.name());
        return "activity/desk";
    }

    @GetMapping("/new")
    String blank(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable UUID template,
            Model model) {
        var first = roots(scope).stream()
                .sorted()
                .findFirst()
                .map(RegionCode::value)
                .orElse("");
        var where = region.isEmpty() ? first : region;
        model.addAttribute("key", next().toString());
        if (template == null) {
            return form(scope, null, ActivityForm.blank(where), SessionForm.BLANK, model);
        }
        var pattern = templates.find(scope, template).orElseThrow(NotFound::new);
        var code = RegionCode.read(where).orElseThrow(NotFound::new);
        return form(
                scope,
                null,
                ActivityForm.of(pattern.own() && region.isEmpty() ? pattern.told() : pattern.toldIn(code), 0),
                SessionForm.like(pattern.session()),
                model);
    }

    /** Writes it; or shows the form for another division with all that is typed. */
    @PostMapping("/new")
    String write(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @RequestParam(defaultValue = "") String choose,
            @RequestParam Optional<ActivityId> key,
            @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            @ModelAttribute("session") SessionForm session,
            BindingResult sessionErrors,
            @ModelAttribute("admission") AdmissionForm admission,
            BindingResult admissionErrors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var id = key.orElseGet(ActivityPages::next);
        model.addAttribute("key", id.toString());
        if (!choose.isEmpty()) {
            return form(scope, null, form, session, model);
        }
        var told = checked(scope, form, errors);
        session.check(sessionErrors);
        admission.check(session.capacity(), admissions::named, admissionErrors);
        if (errors.hasErrors() || sessionErrors.hasErrors() || admissionErrors.hasErrors()) {
            model.addAttribute("admissionErrors", admissionErrors);
            return again(scope, null, form, errors, session, sessionErrors, model, response);
        }
        var planned = session.planned().admitting(admission.admission(admissions::named));
        var first = keeping.write(scope, id, told.described(), List.of(planned));
        redirect.addFlashAttribute(
                "flash",
                first ? Flash.success("activity.written", form.title()) : Flash.warn("activity.written.before"));
        return "redirect:/desk/activities/" + id;
    }

    @GetMapping("/{id}")
    String activity(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        model.addAttribute("view", views.of(scope, activity));
        model.addAttribute("planning", planning.of(scope, activity));
        model.addAttribute("key", next().toString());
        return "activity/activity";
    }

    @GetMapping("/{id}/edit")
    String edit(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        return form(scope, id, ActivityForm.of(activity), null, model);
    }

    @PostMapping("/{id}/edit")
    String change(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        demand(scope, id);
        var told = checked(scope, form, errors);
        if (!errors.hasErrors() && !keeping.change(scope, id, form.basedOn(), told.described())) {
            return overtaken(scope, id, form, errors, model, response);
        }
        if (errors.hasErrors()) {
            return again(scope, id, form, errors, null, null, model, response);
        }
        redirect.addFlashAttribute("flash", Flash.success("activity.changed", form.title()));
        return "redirect:/desk/activities/" + id;
    }

    @PostMapping("/{id}/publish")
    String publish(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (keeping.publish(scope, id)) {
                    case DONE, ALREADY -> Flash.success("activity.published");
                    case CANCELLED -> Flash.warn("activity.publish.cancelled");
                    case NO_SESSION -> Flash.warn("activity.publish.no-session");
                    case NOT_APPROVED -> Flash.warn("planning.publish.not-approved");
                    case NOT_REVIEWED -> Flash.warn("contest.reviews.lead");
                });
        return "redirect:/desk/activities/" + id;
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        demand(scope, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            redirect.addFlashAttribute("flash", Flash.warn("activity.cancel.reason.missing"));
        } else {
            keeping.cancel(scope, id, reason.strip());
            redirect.addFlashAttribute("flash", Flash.success("activity.cancelled"));
        }
        return "redirect:/desk/activities/" + id;
    }

    @PostMapping("/{id}/copy")
    String copy(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @RequestParam Optional<ActivityId> key,
            RedirectAttributes redirect) {
        var copy = key.orElseGet(ActivityPages::next);
        redirect.addFlashAttribute(
                "flash", Flash.of(keeping.copy(scope, id, copy), "activity.copied", "activity.copied.before"));
        return "redirect:/desk/activities/" + copy + "/edit";
    }

    /** By which the next one is known, however often its form is sent. */
    private static ActivityId next() {
        return new ActivityId(UUID.randomUUID());
    }

    private void demand(Scope scope, ActivityId id) {
        if (activities.find(scope, id).isEmpty()) {
            throw new NotFound();
        }
    }

    private ActivityForm checked(Scope scope, ActivityForm form, Errors errors) {
        var told = choices.checked(form, errors);
        if (!errors.hasErrors() && !keeping.mayHold(scope, told.described())) {
            errors.rejectValue("region", "activity.wrong.region");
        }
        return told;
    }

    /** Somebody else was faster: both versions are shown, the typed one in the fields, and sent again it takes the other's place. */
    private String overtaken(
            Scope scope, ActivityId id, ActivityForm form, Errors errors, Model model, HttpServletResponse response) {
        var now = ActivityForm.of(activities.find(scope, id).orElseThrow(NotFound::new));
        errors.reject("activity.wrong.changed-meanwhile");
        model.addAttribute("theirs", form.differences(now));
        var shown = again(scope, id, form.on(now.basedOn()), errors, null, null, model, response);
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return shown;
    }

    private String again(
            Scope scope,
            @Nullable ActivityId id,
            ActivityForm form,
            Errors errors,
            @Nullable SessionForm session,
            @Nullable Errors sessionErrors,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        model.addAttribute("sessionErrors", sessionErrors);
        return form(scope, id, form, session, model);
    }

    private String form(
            Scope scope, @Nullable ActivityId id, ActivityForm form, @Nullable SessionForm session, Model model) {
        model.addAttribute("id", id == null ? null : id.toString());
        model.addAttribute("form", form);
        model.addAttribute("session", session);
        if (session != null) {
            model.addAttribute("divisions", admissions.divisions());
        }
        model.addAttribute("offered", choices.of(roots(scope), form));
        return "activity/form";
    }

    private List<RegionCode> roots(Scope scope) {
        return Stream.concat(scope.regions().stream(), choices.regionsOf(scope.bodies()).stream())
                .distinct()
                .toList();
    }
}
