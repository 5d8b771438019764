package org.kepu.people.tour;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.tour.PlanningTours.Kept;
import org.kepu.people.tour.PlanningTours.Why;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One stop of a tour on the desk: when, with what, or no more. */
@Controller
@RequestMapping("/desk/tours/{tour}/stops/{banner}")
class StopPages {

    private final Tours tours;
    private final PlanningStops planning;
    private final TourView view;

    StopPages(Tours tours, PlanningStops planning, TourView view) {
        this.tours = tours;
        this.planning = planning;
        this.view = view;
    }

    @GetMapping
    String stop(
            @May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID tour, @PathVariable String banner, Model model) {
        var found = view.changeable(scope, tour);
        var stop = found(scope, tour, banner);
        return view.stop(found, stop, StopForm.of(found, stop), null, model);
    }

    @PostMapping
    String changeStop(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID tour,
            @PathVariable String banner,
            @ModelAttribute("form") StopForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = view.changeable(scope, tour);
        var stop = found(scope, tour, banner);
        form.check(found, errors);
        if (!errors.hasErrors()) {
            switch (planning.change(scope, tour, stop.banner(), form)) {
                case Kept.Done done -> {
                    redirect.addFlashAttribute("flash", Flash.success("people.stop.kept"));
                    return "redirect:" + found.path();
                }
                case Kept.Refused(var why) -> {
                    errors.reject(why.messageKey());
                    response.setStatus(TourPages.status(why));
                    return why == Why.OVERTAKEN
                            ? overtaken(scope, tour, banner, form, errors, model)
                            : view.stop(found, stop, form, errors, model);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return view.stop(found, stop, form, errors, model);
    }

    @PostMapping("/out")
    String takeOut(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID tour,
            @PathVariable String banner,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes redirect) {
        var found = view.changeable(scope, tour);
        var code = RegionCode.read(banner).orElseThrow(NotFound::new);
        redirect.addFlashAttribute(
                "flash",
                switch (planning.takeOut(scope, tour, code, version)) {
                    case Kept.Done done -> Flash.success("people.stop.out");
                    case Kept.Refused(var why) -> Flash.warn(why.messageKey());
                });
        return "redirect:" + found.path();
    }

    /** What stands now, with what was typed over it: to be kept, it is saved once more. */
    private String overtaken(Scope scope, UUID tour, String banner, StopForm form, BindingResult errors, Model model) {
        var stands = view.changeable(scope, tour);
        model.addAttribute("overtaken", true);
        return view.stop(stands, found(scope, tour, banner), form.on(stands), errors, model);
    }

    private Stop found(Scope scope, UUID tour, String banner) {
        return RegionCode.read(banner)
                .flatMap(code -> tours.stop(scope, tour, code))
                .orElseThrow(NotFound::new);
    }
}
