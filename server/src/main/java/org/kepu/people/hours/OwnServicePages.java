package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.SpokenCode;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceTerms;
import org.kepu.people.Typed;
import org.kepu.people.points.Appeals;
import org.kepu.people.points.Points;
import org.kepu.people.team.VolunteerCodes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's own page, opened by the own code: shifts, hours to confirm, appeals, points. */
@Controller
@RequestMapping("/volunteer/mine")
class OwnServicePages {

    private final VolunteerCodes codes;
    private final OwnHours hours;
    private final TakingPart part;
    private final ConfirmingHours confirming;
    private final LeavingTeams leaving;
    private final Points points;
    private final Appeals appeals;
    private final ServiceTerms terms;

    OwnServicePages(
            VolunteerCodes codes,
            OwnHours hours,
            TakingPart part,
            ConfirmingHours confirming,
            LeavingTeams leaving,
            Points points,
            Appeals appeals,
            ServiceTerms terms) {
        this.codes = codes;
        this.hours = hours;
        this.part = part;
        this.confirming = confirming;
        this.leaving = leaving;
        this.points = points;
        this.appeals = appeals;
        this.terms = terms;
    }

    @GetMapping("/{code}")
    String mine(@PathVariable String code, HttpServletRequest request, Model model) {
        return show(code, holder(code, request), null, model);
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    private String show(String code, UUID self, @Nullable Typed typed, Model model) {
        long minutes = hours.minutes(self);
        model.addAttribute("code", SpokenCode.bare(code));
        model.addAttribute("self", hours.self(self));
        model.addAttribute("teams", hours.teams(self));
        model.addAttribute("lines", hours.lines(self));
        model.addAttribute("open", hours.open(self));
        model.addAttribute("minutes", minutes);
        model.addAttribute("stars", terms.stars(minutes));
        model.addAttribute("pointsGiven", points.isGiven(self));
        model.addAttribute("pointsWished", points.isWished(self));
        model.addAttribute("points", points.of(self));
        model.addAttribute("appeals", appeals.of(self));
        model.addAttribute("drawn", hours.drawn(self));
        model.addAttribute("typed", typed);
        return "people/mine";
    }

    @PostMapping("/{code}/shifts/{shift}")
    String take(
            @PathVariable String code,
            @PathVariable UUID shift,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var taken = part.take(holder(code, request), shift);
        redirect.addFlashAttribute("flash", Flash.of(taken == TakingPart.Part.DONE, taken.messageKey()));
        return back(code);
    }

    @PostMapping("/{code}/duties/{duty}/give-back")
    String giveBack(
            @PathVariable String code,
            @PathVariable UUID duty,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.of(part.giveBack(holder(code, request), duty), "people.given-back", "people.part.TOO_LATE"));
        return back(code);
    }

    @PostMapping("/{code}/duties/{duty}/confirm")
    String confirm(
            @PathVariable String code,
            @PathVariable UUID duty,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var confirmed = confirming.byOneself(holder(code, request), duty);
        redirect.addFlashAttribute(
                "flash", Flash.of(confirmed == ConfirmingHours.Confirmed.COUNTED, confirmed.messageKey()));
        return back(code);
    }

    @PostMapping("/{code}/duties/{duty}/appeal")
    String appeal(
            @PathVariable String code,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "HOURS") Appeals.About about,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var self = holder(code, request);
        return Typed.because(
                "appeal-" + duty, "words", words, response, typed -> show(code, self, typed, model), why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(appeals.make(self, duty, about, why), "people.appeal.made", "people.appeal.open"));
                    return back(code);
                });
    }

    @PostMapping("/{code}/teams/{team}/leave")
    String leave(
            @PathVariable String code,
            @PathVariable UUID team,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var left = leaving.leave(holder(code, request), team);
        redirect.addFlashAttribute("flash", Flash.of(left, "people.left", "people.left.already"));
        return back(code);
    }

    @PostMapping("/{code}/points")
    String wish(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean wished,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        points.wish(holder(code, request), wished);
        redirect.addFlashAttribute("flash", Flash.success(wished ? "people.points.on" : "people.points.off"));
        return back(code);
    }

    private UUID holder(String code, HttpServletRequest request) {
        return codes.holder(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
    }

    private static String back(String code) {
        return "redirect:/volunteer/mine/" + SpokenCode.bare(code);
    }
}
