package org.kepu.activity.school;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.target.Semester;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
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

/** One school: how it stands, its numbers, and what it is. */
@Controller
@RequestMapping("/desk/schools")
class SchoolFormPages {

    private final Schools schools;
    private final SchoolStandings standings;
    private final Semesters semesters;
    private final KeepingSchools keeping;
    private final Bodies bodies;
    private final Regions regions;

    SchoolFormPages(
            Schools schools,
            SchoolStandings standings,
            Semesters semesters,
            KeepingSchools keeping,
            Bodies bodies,
            Regions regions) {
        this.schools = schools;
        this.standings = standings;
        this.semesters = semesters;
        this.keeping = keeping;
        this.bodies = bodies;
        this.regions = regions;
    }

    @GetMapping("/new")
    String blank(@May(Right.RUN_ACTIVITIES) Scope scope, Model model) {
        return form(scope, null, SchoolForm.BLANK, null, model);
    }

    @PostMapping("/new")
    String enter(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @ModelAttribute("form") SchoolForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors, semesters.today());
        if (!errors.hasErrors()) {
            switch (keeping.enter(scope, form)) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("school.entered"));
                    return "redirect:/desk/schools/" + form.code();
                }
                case TAKEN -> errors.rejectValue("code", "school.wrong.taken");
                case OUT_OF_REACH -> errors.rejectValue("keeper", "school.wrong.reach");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, null, form, errors, model);
    }

    @GetMapping("/{school}")
    String school(
            @May(Right.READ_FIGURES) Scope scope,
            @PathVariable String school,
            @RequestParam(defaultValue = "") String semester,
            Model model) {
        var of = semesters.from(semester);
        var found = standings.find(scope, Right.READ_FIGURES, school, of).orElseThrow(NotFound::new);
        return show(found, of, null, null, model);
    }

    @PostMapping("/{school}/numbers")
    String numbers(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable String school,
            @RequestParam(defaultValue = "") String semester,
            @ModelAttribute("numbers") NumbersForm numbers,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = semesters.from(semester);
        numbers.check(errors);
        var isTaken = !errors.hasErrors()
                && keeping.numbers(scope, school, of, numbers.seen(), numbers.numbers())
                        == KeepingSchools.Outcome.TAKEN;
        if (errors.hasErrors() || isTaken) {
            var found = standings.find(scope, Right.RUN_ACTIVITIES, school, of).orElseThrow(NotFound::new);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(found, of, isTaken ? overtaken(found, numbers, errors) : numbers, errors, model);
        }
        redirect.addFlashAttribute("flash", Flash.success("school.numbers.kept"));
        return "redirect:/desk/schools/" + school + "?semester=" + of.from();
    }

    @GetMapping("/{school}/edit")
    String edit(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable String school, Model model) {
        var found = schools.find(scope, Right.RUN_ACTIVITIES, school).orElseThrow(NotFound::new);
        return form(scope, school, SchoolForm.of(found), null, model);
    }

    @PostMapping("/{school}/edit")
    String change(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable String school,
            @ModelAttribute("form") SchoolForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (schools.find(scope, Right.RUN_ACTIVITIES, school).isEmpty()) {
            throw new NotFound();
        }
        form.check(errors, semesters.today());
        if (!errors.hasErrors()) {
            switch (keeping.change(scope, school, form)) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("school.changed"));
                    return "redirect:/desk/schools/" + school;
                }
                case TAKEN -> errors.reject("school.wrong.overtaken");
                case OUT_OF_REACH -> errors.rejectValue("keeper", "school.wrong.reach");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, school, form, errors, model);
    }

    /** Somebody else was faster: their numbers are said, and what was typed, sent again, takes their place. */
    private static NumbersForm overtaken(SchoolStanding found, NumbersForm typed, Errors errors) {
        var theirs = NumbersForm.of(found);
        errors.reject(
                "school.wrong.numbers-overtaken",
                new Object[] {theirs.roll(), theirs.takingPart(), theirs.teachers()},
                null);
        return typed.on(theirs);
    }

    private String show(
            SchoolStanding standing,
            Semester semester,
            @Nullable NumbersForm typed,
            @Nullable Errors errors,
            Model model) {
        var school = standing.school();
        model.addAttribute(
                "view",
                new SchoolView(
                        standing,
                        semester,
                        regions.find(school.region()).map(Region::name).orElse(""),
                        bodies.find(school.keeper()).map(Body::name).orElse("")));
        model.addAttribute("numbers", typed == null ? NumbersForm.of(standing) : typed);
        model.addAttribute("errors", errors);
        return "school/school";
    }

    private String form(Scope scope, @Nullable String code, SchoolForm form, @Nullable Errors errors, Model model) {
        var own = bodies.all(scope.bodies()).values().stream();
        var near = scope.regions().stream().flatMap(region -> bodies.in(region).stream());
        var keepers = Stream.concat(own, near).distinct().toList();
        var places = Stream.concat(scope.regions().stream(), keepers.stream().map(Body::region))
                .distinct()
                .flatMap(region -> Stream.concat(regions.find(region).stream(), regions.childrenOf(region).stream()))
                .distinct()
                .toList();
        model.addAttribute("choices", new SchoolChoices(places, keepers, semesters.today(), code));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "school/form";
    }
}
