package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.kepu.activity.approval.Path;
import org.kepu.activity.approval.Paths;
import org.kepu.activity.approval.Step;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way that the activities of a division go before they are published, as its office sets it. */
@Controller
@RequestMapping("/desk/activities/approval-path")
class PathPages {

    private final Paths paths;
    private final Choices choices;

    PathPages(Paths paths, Choices choices) {
        this.paths = paths;
        this.choices = choices;
    }

    @GetMapping
    String form(@May(Right.RUN_LEDGER) Scope scope, @RequestParam(defaultValue = "") String region, Model model) {
        var code = region.isEmpty()
                ? scope.regions().stream().sorted().findFirst().orElseThrow(NotFound::new)
                : RegionCode.read(region).orElseThrow(NotFound::new);
        return page(scope, code, PathForm.of(code.value(), paths.of(code)), model);
    }

    @PostMapping
    String set(
            @May(Right.RUN_LEDGER) Scope scope,
            @ModelAttribute("form") PathForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var region = RegionCode.read(form.region())
                .filter(code -> choices.reaches(scope, code))
                .orElseThrow(NotFound::new);
        form.check(errors);
        var steps = form.manner().equals("STEPS") ? form.read() : List.<Step>of();
        var bodies = steps.stream().map(Step::body).filter(Objects::nonNull).toList();
        if (!errors.hasErrors() && choices.bodies(bodies).size() < bodies.size()) {
            errors.rejectValue("steps", "planning.wrong.steps");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return page(scope, region, form, model);
        }
        if (!written(scope, region, form, steps)) {
            errors.reject("planning.wrong.changed-meanwhile");
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("errors", errors);
            return page(
                    scope, region, form.on(paths.of(region).map(Path::version).orElse(0)), model);
        }
        redirect.addFlashAttribute("flash", Flash.success("planning.path.set"));
        return "redirect:/desk/activities/approval-path?region=" + region;
    }

    private boolean written(Scope scope, RegionCode region, PathForm form, List<Step> steps) {
        return form.manner().equals("ABOVE")
                ? paths.drop(scope, region, form.basedOn())
                : paths.set(scope, region, form.basedOn(), steps);
    }

    private String page(Scope scope, RegionCode region, PathForm form, Model model) {
        if (!choices.reaches(scope, region)) {
            throw new NotFound();
        }
        model.addAttribute("form", form);
        model.addAttribute("region", choices.regionName(region));
        model.addAttribute("offered", choices.of(List.copyOf(scope.regions()), region));
        model.addAttribute("levels", List.of(RegionLevel.BANNER, RegionLevel.LEAGUE, RegionLevel.AUTONOMOUS_REGION));
        model.addAttribute(
                "above",
                paths.holdingIn(region)
                        .filter(path -> !path.region().equals(region))
                        .map(path -> choices.regionName(path.region()))
                        .orElse(""));
        return "planning/path";
    }
}
