package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.ServiceTerms;
import org.kepu.people.Typed;
import org.kepu.people.team.Team;
import org.kepu.people.team.Teams;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shifts on the desk: those of a team, planning one, one with who takes part, calling it off. */
@Controller
class ShiftPages {

    private final Teams teams;
    private final Shifts shifts;
    private final PlanningShifts planning;
    private final TakingPart part;
    private final ShiftView view;
    private final ServiceTerms terms;
    private final ServiceChoices choices;
    private final Clock clock;

    ShiftPages(
            Teams teams,
            Shifts shifts,
            PlanningShifts planning,
            TakingPart part,
            ShiftView view,
            ServiceTerms terms,
            ServiceChoices choices,
            Clock clock) {
        this.teams = teams;
        this.shifts = shifts;
        this.planning = planning;
        this.part = part;
        this.view = view;
        this.terms = terms;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/desk/teams/{team}/shifts")
    String list(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, Model model) {
        return view.all(scope, team, null, model);
    }

    @GetMapping("/desk/teams/{team}/shifts/new")
    String blank(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, Model model) {
        var of = team(scope, team);
        var form = new ShiftForm(
                "",
                of.services().getFirst(),
                of.region().value(),
                "",
                "",
                "",
                LocalDate.now(clock).plusDays(1).toString(),
                "09:00",
                "12:00",
                "10",
                of.about(),
                of.risks());
        return form(of, form, null, model);
    }

    @PostMapping("/desk/teams/{team}/shifts/new")
    String plan(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @ModelAttribute("form") ShiftForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = team(scope, team);
        form.check(terms, errors);
        if (!errors.hasErrors()) {
            var planned = planning.plan(scope, team, form);
            if (planned.isPresent()) {
                redirect.addFlashAttribute("flash", Flash.success("people.shift.planned"));
                return "redirect:/desk/shifts/" + planned.get();
            }
            errors.rejectValue("region", "people.wrong.outside");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(of, form, errors, model);
    }

    @GetMapping("/desk/shifts/{shift}")
    String show(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID shift, Model model) {
        return view.one(scope, shift, null, model);
    }

    @PostMapping("/desk/shifts/{shift}/call-off")
    String callOff(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = shifts.find(scope, shift).orElseThrow(NotFound::new);
        return Typed.because(
                "call-off", "reason", reason, response, typed -> view.one(scope, shift, typed, model), why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    planning.callOff(scope, shift, why),
                                    "people.shift.called-off",
                                    "people.shift.too-late"));
                    return "redirect:" + of.path();
                });
    }

    @PostMapping("/desk/shifts/{shift}/members")
    String assign(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID shift,
            @RequestParam UUID volunteer,
            RedirectAttributes redirect) {
        var planned = part.plan(scope, shift, volunteer);
        redirect.addFlashAttribute(
                "flash", Flash.of(planned == TakingPart.Part.DONE, "people.shift.assigned", planned.messageKey()));
        return "redirect:/desk/shifts/" + shift;
    }

    private Team team(Scope scope, UUID team) {
        return teams.find(scope, team).orElseThrow(NotFound::new);
    }

    private String form(Team team, ShiftForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("team", team);
        model.addAttribute("regions", choices.below(team.region()));
        model.addAttribute("terms", terms);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "people/shiftform";
    }
}
