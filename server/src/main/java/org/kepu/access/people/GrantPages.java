package org.kepu.access.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
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

/** Giving a role and taking it back. */
@Controller
@RequestMapping("/desk/people/{person}/grants")
class GrantPages {

    private final Granting granting;
    private final People people;
    private final Places places;
    private final Clock clock;

    GrantPages(Granting granting, People people, Places places, Clock clock) {
        this.granting = granting;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(
            @PathVariable UUID person,
            @ModelAttribute("asked") GrantForm asked,
            @May(Right.GRANT) Scope scope,
            Model model) {
        var from = asked.from() == null ? LocalDate.now(clock) : asked.from();
        var form = new GrantForm(
                asked.q(), asked.role(), asked.place(), from, asked.until(), asked.reason(), asked.wish());
        return show(person, form, scope, model);
    }

    @PostMapping
    String give(
            @PathVariable UUID person,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            @May(Right.GRANT) Scope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var place = places.of(form.place());
        Reason.fault(form.reason()).ifPresent(fault -> errors.rejectValue("reason", fault.messageKey()));
        if (!errors.hasFieldErrors("place") && place.isEmpty()) {
            errors.rejectValue("place", "access.grant.place.missing");
        }
        if (!errors.hasErrors() && place.isPresent() && form.role() != null && form.from() != null) {
            var wanted = new GrantRule.Wanted(
                    person,
                    form.role(),
                    place.get(),
                    new Period(form.from(), form.until()),
                    form.reason().strip());
            var outcome =
                    form.wish() == null ? granting.give(scope, wanted) : granting.fulfil(scope, wanted, form.wish());
            switch (outcome) {
                case Granted.Given given -> {
                    return PeoplePages.back(person, redirect, Flash.success("access.grant.given.done"));
                }
                case Granted.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue(rule.field(), rule.messageKey()));
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return show(person, form, scope, model);
    }

    @PostMapping("/{grant}/end")
    String takeBack(
            @PathVariable UUID person,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String why,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        return PeoplePages.back(
                person,
                redirect,
                Reason.fault(why)
                        .map(fault -> Flash.warn(fault.messageKey()))
                        .orElseGet(() -> PeoplePages.told(
                                granting.takeBack(scope, person, grant, why.strip()), "access.grant.taken-back")));
    }

    @PostMapping("/wishes/{wish}/decline")
    String decline(
            @PathVariable UUID person,
            @PathVariable UUID wish,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        return PeoplePages.back(
                person,
                redirect,
                granting.decline(scope, person, wish)
                        ? Flash.success("access.wish.declined")
                        : Flash.warn(TakenBack.OVER.messageKey()));
    }

    private String show(UUID person, GrantForm form, Scope scope, Model model) {
        model.addAttribute(
                "person", people.find(scope, person).orElseThrow(NotFound::new).displayName());
        model.addAttribute("id", person);
        model.addAttribute("form", form);
        model.addAttribute("places", places.offered(form.q(), form.place(), scope));
        return "access/grant";
    }
}
