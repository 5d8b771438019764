package org.kepu.people.expert;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.certificate.CertificatePaper;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.paper.Printed;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
import org.kepu.people.tour.Tour;
import org.kepu.people.tour.Tours;
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

/** Inviting an expert from the desk, what came of it, and the statement of a year. */
@Controller
@RequestMapping("/desk/experts/{expert}")
class InvitingPages {

    private final Experts experts;
    private final InvitingExperts inviting;
    private final ExpertView view;
    private final ExpertStatements statements;
    private final CertificatePaper paper;
    private final Printed printed;
    private final ServiceChoices choices;
    private final Tours tours;

    InvitingPages(
            Experts experts,
            InvitingExperts inviting,
            ExpertView view,
            ExpertStatements statements,
            CertificatePaper paper,
            Printed printed,
            ServiceChoices choices,
            Tours tours) {
        this.experts = experts;
        this.inviting = inviting;
        this.view = view;
        this.statements = statements;
        this.paper = paper;
        this.printed = printed;
        this.choices = choices;
        this.tours = tours;
    }

    @GetMapping("/invite")
    String blank(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @RequestParam(required = false) @Nullable UUID tour,
            @RequestParam(defaultValue = "") String banner,
            Model model) {
        return form(scope, found(scope, expert), blank(scope, tour, banner), null, model);
    }

    private InvitingForm blank(Scope scope, @Nullable UUID tour, String banner) {
        if (tour == null) {
            return InvitingForm.BLANK;
        }
        var of = tours.find(scope, tour).orElseThrow(NotFound::new);
        return RegionCode.read(banner)
                .flatMap(code -> tours.stop(scope, tour, code))
                .map(stop -> InvitingForm.at(of, stop))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/invite")
    String invite(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @ModelAttribute("form") InvitingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        form.check(errors);
        var shown = form;
        if (!errors.hasErrors()) {
            switch (inviting.invite(scope, expert, form)) {
                case InvitingExperts.Invited.Sent(var link) -> {
                    if (link == null) {
                        redirect.addFlashAttribute("flash", Flash.success("people.invited"));
                        return "redirect:" + found.path();
                    }
                    model.addAttribute("expert", found);
                    model.addAttribute("link", link);
                    return "people/invited";
                }
                case InvitingExperts.Invited.Before before -> {
                    redirect.addFlashAttribute("flash", Flash.warn("people.invited.before"));
                    return "redirect:" + found.path();
                }
                case InvitingExperts.Invited.Refused(var why) -> {
                    reject(why, errors);
                    shown = why == InvitingExperts.Why.OTHERWISE ? form.anew() : form;
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, found, shown, errors, model);
    }

    @PostMapping("/invitations/{invitation}/{act}")
    String settle(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @PathVariable UUID invitation,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String attendances,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        var settling = InvitingExperts.Settling.read(act).orElseThrow(NotFound::new);
        var wrong = wrong(settling, act + "-" + invitation, attendances, reason);
        if (wrong.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return view.one(scope, expert, wrong.get(), model);
        }
        var settled = inviting.settle(
                scope,
                expert,
                invitation,
                settling,
                settling == InvitingExperts.Settling.SERVED ? Integer.valueOf(attendances) : null,
                settling.needsReason() ? new Reason(reason) : null);
        redirect.addFlashAttribute(
                "flash", Flash.of(settled, "people.invitation.settled", "people.invitation.not-now"));
        return "redirect:" + found.path();
    }

    private static Optional<Typed> wrong(
            InvitingExperts.Settling settling, String at, String attendances, String reason) {
        if (settling.needsReason()) {
            return Typed.reason(at, "reason", reason);
        }
        return settling == InvitingExperts.Settling.SERVED && !attendances.matches("\\d{1,6}")
                ? Optional.of(Typed.of(at, "attendances", attendances, "people.wrong.people"))
                : Optional.empty();
    }

    @PostMapping("/statement")
    Object state(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @RequestParam(defaultValue = "0") int year,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        var issued = statements.issue(scope, expert, year);
        if (issued.isPresent()) {
            return printed.pdf(paper.of(issued.get()), issued.get().number());
        }
        redirect.addFlashAttribute("flash", Flash.warn("people.statement.none"));
        return "redirect:" + found.path();
    }

    private static void reject(InvitingExperts.Why why, Errors errors) {
        switch (why) {
            case NOWHERE, NO_STOP -> errors.rejectValue("region", why.messageKey());
            case STRANGER -> errors.rejectValue("body", why.messageKey());
            case NO_TOUR -> errors.rejectValue("tour", why.messageKey());
            case OTHER_DAYS -> errors.rejectValue("day", why.messageKey());
            case NO_TERM, LOAD, RECUSED, ELSEWHERE, PAST -> errors.reject(why.messageKey());
        }
    }

    private Expert found(Scope scope, UUID expert) {
        return experts.find(scope, expert).orElseThrow(NotFound::new);
    }

    /** The title of a tour that was chosen and is none to choose any more, empty if it is out of reach; null if there is no such. */
    private @Nullable String other(Scope scope, InvitingForm form, List<Tour> open) {
        var chosen = form.tour();
        return chosen == null || open.stream().anyMatch(tour -> tour.id().equals(chosen))
                ? null
                : tours.find(scope, chosen).map(Tour::title).orElse("");
    }

    private String form(Scope scope, Expert expert, InvitingForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("expert", expert);
        model.addAttribute("regions", choices.withBanners(scope));
        model.addAttribute("bodies", choices.bodies(scope));
        var open = tours.open(scope);
        model.addAttribute("tours", open);
        model.addAttribute("other", other(scope, form, open));
        model.addAttribute("form", form.key() == null ? form.anew() : form);
        model.addAttribute("errors", errors);
        return "people/invite";
    }
}
