package org.kepu.people.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.ServiceTerms;
import org.kepu.people.Typed;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
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

/** Rosters on the desk: how many, who, which posts are vacant, numbers of other systems. */
@Controller
@RequestMapping("/desk/rosters")
class RosterPages {

    /** Which form of the page the numbers of other systems have. */
    private static final String NUMBER = "number";

    private static final int LONGEST_SOURCE = 120;

    private final Rosters rosters;
    private final ServiceChoices choices;
    private final ServiceTerms terms;

    RosterPages(Rosters rosters, ServiceChoices choices, ServiceTerms terms) {
        this.rosters = rosters;
        this.choices = choices;
        this.terms = terms;
    }

    @GetMapping
    String list(@May(Right.KEEP_EXPERTS) Scope scope, @RequestParam(defaultValue = "") String kind, Model model) {
        var chosen = RosterKind.read(kind).orElse(RosterKind.ENVOY);
        return show(scope, chosen, RosterForm.blank(chosen, scope.day()), null, model);
    }

    @PostMapping
    String enter(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @ModelAttribute("form") RosterForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var kind = RosterKind.read(form.kind()).orElseThrow(NotFound::new);
        form.check(kind, scope.day(), errors);
        if (!errors.hasErrors()) {
            switch (rosters.enter(scope, kind, form)) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("people.roster.entered"));
                    return "redirect:/desk/rosters?kind=" + kind.name();
                }
                case ALREADY -> errors.rejectValue("phone", "people.wrong.roster-already");
                case OTHER_NAME -> errors.rejectValue("name", "people.wrong.other-name");
                case OUT_OF_REACH -> errors.rejectValue("region", "people.wrong.reach");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(scope, kind, form, errors, model);
    }

    @PostMapping("/entries/{entry}/end")
    String end(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes redirect) {
        rosters.end(scope, entry);
        redirect.addFlashAttribute("flash", Flash.success("people.roster.ended"));
        return "redirect:/desk/rosters?kind="
                + RosterKind.read(kind).orElse(RosterKind.ENVOY).name();
    }

    @PostMapping("/numbers")
    String number(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = RosterKind.read(kind).orElseThrow(NotFound::new);
        var code = RegionCode.read(region);
        var until = Typed.day(day).filter(one -> !one.isAfter(scope.day()));
        var told = source.strip();
        var wrong = new LinkedHashMap<String, String>();
        if (code.isEmpty()) {
            wrong.put("region", "people.wrong.region");
        }
        if (!count.matches("\\d{1,9}")) {
            wrong.put("count", "people.wrong.people");
        }
        if (until.isEmpty()) {
            wrong.put("day", "people.wrong.since");
        }
        if (told.isEmpty() || told.length() > LONGEST_SOURCE) {
            wrong.put("source", "people.wrong.source");
        } else if (Reason.tellsTooMuch(told)) {
            wrong.put("source", Reason.Fault.PERSONAL.messageKey());
        }
        if (wrong.isEmpty()
                && !rosters.number(
                        scope,
                        new Rosters.Told(of, code.orElseThrow(), until.orElseThrow(), Integer.parseInt(count), told))) {
            wrong.put("source", "people.number.already");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var words = Map.of("region", region, "day", day, "count", count, "source", source);
            model.addAttribute("typed", new Typed(NUMBER, words, wrong));
            return show(scope, of, RosterForm.blank(of, scope.day()), null, model);
        }
        redirect.addFlashAttribute("flash", Flash.success("people.number.kept"));
        return "redirect:/desk/rosters?kind=" + of.name();
    }

    private String show(Scope scope, RosterKind kind, RosterForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("entries", rosters.all(scope, kind));
        model.addAttribute("totals", rosters.totals(scope));
        model.addAttribute("sources", rosters.sources(scope));
        model.addAttribute("terms", terms);
        model.addAttribute("gaps", kind == RosterKind.HEAD ? rosters.gaps(scope) : java.util.List.of());
        model.addAttribute(
                "numbers",
                rosters.numbers(scope).stream()
                        .filter(one -> one.kind() == kind)
                        .toList());
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("choices", choices);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "people/rosters";
    }
}
