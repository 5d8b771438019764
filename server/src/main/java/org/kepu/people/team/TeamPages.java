package org.kepu.people.team;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.ServiceTerms;
import org.kepu.people.Typed;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
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

/** Teams on the desk: the list, one team with its members, entering and changing it. */
@Controller
@RequestMapping("/desk/teams")
class TeamPages {

    private final Teams teams;
    private final KeepingTeams keeping;
    private final JoiningTeams joining;
    private final Members members;
    private final ServiceTerms terms;
    private final ServiceChoices choices;
    private final Clock clock;

    TeamPages(
            Teams teams,
            KeepingTeams keeping,
            JoiningTeams joining,
            Members members,
            ServiceTerms terms,
            ServiceChoices choices,
            Clock clock) {
        this.teams = teams;
        this.keeping = keeping;
        this.joining = joining;
        this.members = members;
        this.terms = terms;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(@May(Right.RUN_TEAMS) Scope scope, Model model) {
        model.addAttribute("lines", teams.lines(scope));
        model.addAttribute("choices", choices);
        return "people/teams";
    }

    @GetMapping("/new")
    String blank(@May(Right.RUN_TEAMS) Scope scope, Model model) {
        return form(scope, null, TeamForm.BLANK, null, null, model);
    }

    @PostMapping("/new")
    String enter(
            @May(Right.RUN_TEAMS) Scope scope,
            @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(terms, errors);
        if (!errors.hasErrors()) {
            var kept = keeping.enter(scope, form);
            if (kept instanceof KeepingTeams.Kept.Done(var id)) {
                redirect.addFlashAttribute("flash", Flash.success("people.team.kept"));
                return "redirect:/desk/teams/" + id;
            }
            reject(kept, errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, null, form, errors, null, model);
    }

    @GetMapping("/{team}")
    String show(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, Model model) {
        return show(scope, found(scope, team), JoinForm.BLANK, null, null, model);
    }

    @GetMapping("/{team}/edit")
    String edit(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, Model model) {
        var found = found(scope, team);
        return form(scope, found, TeamForm.of(found), null, null, model);
    }

    @PostMapping("/{team}/edit")
    String change(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, team);
        form.check(terms, errors);
        if (!errors.hasErrors()) {
            var kept = keeping.change(scope, team, form);
            if (kept instanceof KeepingTeams.Kept.Done) {
                redirect.addFlashAttribute("flash", Flash.success("people.team.kept"));
                return "redirect:" + found.path();
            }
            reject(kept, errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, found, form, errors, null, model);
    }

    @PostMapping("/{team}/close")
    String close(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, team);
        return Typed.because(
                "close",
                "reason",
                reason,
                response,
                typed -> form(scope, found, TeamForm.of(found), null, typed, model),
                why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    keeping.close(scope, team, why),
                                    "people.team.closed",
                                    "people.team.closed.already"));
                    return "redirect:" + found.path();
                });
    }

    @PostMapping("/{team}/members")
    String enterMember(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, team);
        form.checkForOther(found, terms, LocalDate.now(clock), errors);
        if (!errors.hasErrors()) {
            switch (joining.enter(scope, team, form)) {
                case Joined.Done done -> {
                    redirect.addFlashAttribute("flash", Flash.success("people.member.entered"));
                    return "redirect:" + found.path() + "#members";
                }
                case Joined.Already already -> errors.rejectValue("phone", "people.wrong.member-already");
                case Joined.OtherName other -> errors.rejectValue("name", "people.wrong.other-name");
                case Joined.NotOpen not -> errors.reject("people.join.not-open");
                case Joined.TooOften too -> throw new IllegalStateException("teams may");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(scope, found, form, errors, null, model);
    }

    @PostMapping("/{team}/members/{member}/note")
    String note(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @PathVariable UUID member,
            @RequestParam(required = false) @Nullable LocalDate trained,
            @RequestParam(required = false) @Nullable LocalDate insured,
            RedirectAttributes redirect) {
        member(scope, team, member);
        members.note(scope, member, trained, insured);
        redirect.addFlashAttribute("flash", Flash.success("people.member.noted"));
        return "redirect:/desk/teams/" + team + "#members";
    }

    @PostMapping("/{team}/members/{member}/staff")
    String tellStaff(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "false") boolean staff,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        member(scope, team, member);
        return Typed.because(
                "staff-" + member,
                "reason",
                reason,
                response,
                typed -> show(scope, found(scope, team), JoinForm.BLANK, null, typed, model),
                why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    members.tellStaff(scope, member, staff, why),
                                    "people.staff.told",
                                    "people.member.overtaken"));
                    return "redirect:/desk/teams/" + team + "#members";
                });
    }

    @PostMapping("/{team}/members/{member}/steps/{step}")
    String decide(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @PathVariable UUID member,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        member(scope, team, member);
        var taken = Members.Step.read(step).orElseThrow(NotFound::new);
        var wrong =
                taken.needsReason() ? Typed.reason(taken + "-" + member, "reason", reason) : Optional.<Typed>empty();
        if (wrong.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(scope, found(scope, team), JoinForm.BLANK, null, wrong.get(), model);
        }
        var decided = members.decide(scope, member, taken, taken.needsReason() ? new Reason(reason) : null);
        redirect.addFlashAttribute("flash", Flash.of(decided, "people.member.decided", "people.member.overtaken"));
        return "redirect:/desk/teams/" + team + "#members";
    }

    private Team found(Scope scope, UUID team) {
        return teams.find(scope, team).orElseThrow(NotFound::new);
    }

    private void member(Scope scope, UUID team, UUID member) {
        if (members.find(scope, member).filter(one -> one.team().equals(team)).isEmpty()) {
            throw new NotFound();
        }
    }

    private static void reject(KeepingTeams.Kept kept, Errors errors) {
        switch (kept) {
            case KeepingTeams.Kept.Done done -> throw new IllegalStateException("it was kept");
            case KeepingTeams.Kept.Taken taken -> errors.rejectValue("title", "people.wrong.title-taken");
            case KeepingTeams.Kept.OutOfReach out -> errors.rejectValue("region", "people.wrong.reach");
            case KeepingTeams.Kept.NotAbove not -> errors.rejectValue("above", "people.wrong.above");
            case KeepingTeams.Kept.Overtaken overtaken -> errors.reject("people.wrong.overtaken");
        }
    }

    private String show(
            Scope scope, Team team, JoinForm form, @Nullable Errors errors, @Nullable Typed typed, Model model) {
        model.addAttribute("team", team);
        model.addAttribute("members", members.of(scope, team.id()));
        model.addAttribute("terms", terms);
        model.addAttribute("where", choices.way(team.region()));
        model.addAttribute(
                "above", team.above() == null ? null : teams.find(team.above()).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "people/team";
    }

    private String form(
            Scope scope,
            @Nullable Team team,
            TeamForm form,
            @Nullable Errors errors,
            @Nullable Typed typed,
            Model model) {
        model.addAttribute("team", team);
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("bodies", choices.bodies(scope));
        model.addAttribute(
                "others",
                teams.lines(scope).stream()
                        .map(Teams.Line::team)
                        .filter(other -> other.closed() == null && other.level() != Team.Level.SQUAD)
                        .toList());
        model.addAttribute("terms", terms);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "people/teamform";
    }
}
