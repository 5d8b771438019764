package org.kepu.people.tour;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.Typed;
import org.kepu.people.tour.PlanningTours.Kept;
import org.kepu.people.tour.PlanningTours.Why;
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

/** Tours on the desk: by year, planned, changed, announced, called off. Their stops are those of {@link StopPages}. */
@Controller
@RequestMapping("/desk/tours")
class TourPages {

    private final PlanningTours planning;
    private final CancellingTours cancelling;
    private final TourView view;

    TourPages(PlanningTours planning, CancellingTours cancelling, TourView view) {
        this.planning = planning;
        this.cancelling = cancelling;
        this.view = view;
    }

    @GetMapping
    String list(@May(Right.KEEP_EXPERTS) Scope scope, @RequestParam(defaultValue = "") String year, Model model) {
        return view.all(
                scope,
                year.matches("20\\d\\d") ? Integer.parseInt(year) : scope.day().getYear(),
                model);
    }

    @GetMapping("/new")
    String blank(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @RequestParam(defaultValue = "EXPERTS") String programme,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") List<String> banner,
            Model model) {
        var of = Programme.read(programme).orElseThrow(NotFound::new);
        return view.blank(scope, of, region, banner, model);
    }

    /** The banners of another division, to choose from; what was typed stays. */
    @PostMapping("/new/division")
    String ofDivision(@May(Right.KEEP_EXPERTS) Scope scope, @ModelAttribute("form") TourForm form, Model model) {
        view.demand(scope, form.region());
        return view.form(scope, null, form, null, model);
    }

    @PostMapping("/new")
    String plan(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @ModelAttribute("form") TourForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        view.demand(scope, form.region());
        form.check(scope.day(), errors);
        if (!errors.hasErrors()) {
            switch (planning.plan(scope, form)) {
                case Kept.Done(var id) -> {
                    redirect.addFlashAttribute("flash", Flash.success("people.tour.planned"));
                    return "redirect:/desk/tours/" + id;
                }
                case Kept.Refused(var why) -> {
                    reject(why, errors);
                    response.setStatus(status(why));
                    return view.form(scope, null, why == Why.OTHERWISE ? form.anew() : form, errors, model);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return view.form(scope, null, form, errors, model);
    }

    @GetMapping("/{tour}")
    String show(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID tour, Model model) {
        return view.one(scope, tour, null, model);
    }

    @GetMapping("/{tour}/edit")
    String edit(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID tour, Model model) {
        var found = view.changeable(scope, tour);
        return view.form(scope, found, TourForm.of(found), null, model);
    }

    @PostMapping("/{tour}/edit")
    String change(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID tour,
            @ModelAttribute("form") TourForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = view.changeable(scope, tour);
        form.checkChange(scope.day(), errors);
        if (!errors.hasErrors()) {
            switch (planning.change(scope, tour, form)) {
                case Kept.Done done -> {
                    redirect.addFlashAttribute("flash", Flash.success("people.tour.kept"));
                    return "redirect:" + found.path();
                }
                case Kept.Refused(var why) -> {
                    reject(why, errors);
                    response.setStatus(status(why));
                    return why == Why.OVERTAKEN
                            ? view.overtaken(scope, tour, form, errors, model)
                            : view.form(scope, found, form, errors, model);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return view.form(scope, found, form, errors, model);
    }

    @PostMapping("/{tour}/announce")
    String announce(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID tour,
            @RequestParam(defaultValue = "true") boolean open,
            RedirectAttributes redirect) {
        var done = planning.announce(scope, tour, open);
        redirect.addFlashAttribute(
                "flash",
                done
                        ? Flash.success(open ? "people.tour.announced" : "people.tour.hidden")
                        : Flash.warn("people.tour.not-now"));
        return "redirect:/desk/tours/" + tour;
    }

    @PostMapping("/{tour}/cancel")
    String cancel(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID tour,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = view.changeable(scope, tour);
        return Typed.because(
                "cancel", "reason", reason, response, typed -> view.one(scope, tour, typed, model), why -> {
                    var cancelled = cancelling.cancel(scope, tour, why);
                    redirect.addFlashAttribute(
                            "flash", Flash.of(cancelled == CancellingTours.Cancelled.DONE, cancelled.messageKey()));
                    return "redirect:" + found.path();
                });
    }

    /** Conflict where what was typed is in order and somebody was quicker, or the time is over. */
    static int status(Why why) {
        return switch (why) {
            case CLOSED, UNDER_WAY, OTHERWISE, OVERTAKEN -> HttpServletResponse.SC_CONFLICT;
            case OUT_OF_REACH, STRANGER, NO_BANNER, DAYS_TAKEN -> HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        };
    }

    private static void reject(Why why, Errors errors) {
        switch (why) {
            case OUT_OF_REACH -> errors.rejectValue("region", why.messageKey());
            case STRANGER -> errors.rejectValue("body", why.messageKey());
            case NO_BANNER -> errors.rejectValue("banners", why.messageKey());
            case DAYS_TAKEN -> errors.rejectValue("last", why.messageKey());
            case CLOSED, UNDER_WAY, OTHERWISE, OVERTAKEN -> errors.reject(why.messageKey());
        }
    }
}
