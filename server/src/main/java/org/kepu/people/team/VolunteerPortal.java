package org.kepu.people.team;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.guard.SpokenCode;
import org.kepu.notice.Channels;
import org.kepu.notice.Message.Channel;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.ServiceTerms;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
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

/** Volunteering, without an account: which teams look for whom near me, and asking one of them. */
@Controller
@RequestMapping("/volunteer")
class VolunteerPortal {

    /** What the human check calls the form. */
    static final String FORM = "people.join";

    private final Teams teams;
    private final JoiningTeams joining;
    private final ServiceTerms terms;
    private final ServiceChoices choices;
    private final Regions regions;
    private final HumanCheck human;
    private final Channels channels;
    private final Clock clock;

    VolunteerPortal(
            Teams teams,
            JoiningTeams joining,
            ServiceTerms terms,
            ServiceChoices choices,
            Regions regions,
            HumanCheck human,
            Channels channels,
            Clock clock) {
        this.teams = teams;
        this.joining = joining;
        this.terms = terms;
        this.choices = choices;
        this.regions = regions;
        this.human = human;
        this.channels = channels;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String region, Model model) {
        var tops = regions.withinLevel(RegionLevel.AUTONOMOUS_REGION);
        var chosen = RegionCode.read(region).filter(code -> regions.find(code).isPresent());
        model.addAttribute("region", chosen.map(RegionCode::value).orElse(""));
        model.addAttribute("leagues", regions.withinLevel(RegionLevel.LEAGUE));
        model.addAttribute("banners", regions.withinLevel(RegionLevel.BANNER));
        model.addAttribute(
                "teams",
                chosen.or(() -> tops.stream().map(top -> top.code()).findFirst())
                        .map(teams::recruiting)
                        .orElse(java.util.List.of()));
        model.addAttribute("terms", terms);
        model.addAttribute("choices", choices);
        return "people/portal";
    }

    @GetMapping("/teams/{team}")
    String form(@PathVariable UUID team, Model model) {
        return show(found(team), JoinForm.BLANK, null, null, human.ask(FORM), model);
    }

    @PostMapping("/teams/{team}")
    String ask(
            @PathVariable UUID team,
            @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = found(team);
        form.check(found, terms, LocalDate.now(clock), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(found, form, errors, null, human.ask(FORM), model);
        }
        if (human.passed(request, FORM) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(found, form, null, said, next, model);
        }
        model.addAttribute("team", found);
        switch (joining.ask(team, form)) {
            case Joined.Done(var code) -> {
                model.addAttribute("said", "people.join.done");
                model.addAttribute("sent", channels.leave(Channel.SMS));
                model.addAttribute("code", code == null ? null : SpokenCode.spelled(code));
            }
            case Joined.TooOften too -> model.addAttribute("said", "people.join.too-often");
            case Joined.NotOpen not -> model.addAttribute("said", "people.join.not-open");
            case Joined.Already already -> throw new IllegalStateException("that is told to teams");
            case Joined.OtherName other -> throw new IllegalStateException("that is told to teams");
        }
        return "people/joined";
    }

    private Team found(UUID team) {
        return teams.find(team).filter(Team::isOpen).orElseThrow(NotFound::new);
    }

    private String show(
            Team team,
            JoinForm form,
            @Nullable Errors errors,
            @Nullable String again,
            HumanQuestion question,
            Model model) {
        model.addAttribute("team", team);
        model.addAttribute("where", choices.way(team.region()));
        model.addAttribute("terms", terms);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "people/join";
    }
}
