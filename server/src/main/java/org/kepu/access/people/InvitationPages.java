package org.kepu.access.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.kepu.access.AccountName;
import org.kepu.page.Flash;
import org.kepu.shared.May;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invitations: who was asked to join, asking somebody, asking again, taking it back. */
@Controller
@RequestMapping("/desk/people/invitations")
class InvitationPages {

    private static final String LIST = "redirect:/desk/people/invitations";

    private final Inviting inviting;
    private final ReadingPeople people;
    private final Places places;

    InvitationPages(Inviting inviting, ReadingPeople people, Places places) {
        this.inviting = inviting;
        this.people = people;
        this.places = places;
    }

    @GetMapping
    String list(@May(Right.KEEP_ACCOUNTS) Scope scope, Model model) {
        model.addAttribute("lines", people.invitations(scope));
        return "access/invitations";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("asked") InvitationForm asked, @May(Right.KEEP_ACCOUNTS) Scope scope, Model model) {
        return show(asked, scope, model);
    }

    @PostMapping("/new")
    String invite(
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            @May(Right.KEEP_ACCOUNTS) Scope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var home = places.of(form.place());
        var contact = Contact.read(form.contact());
        if (!errors.hasFieldErrors("place") && home.isEmpty()) {
            errors.rejectValue("place", "access.invite.place.missing");
        }
        if (!form.contact().isEmpty() && contact.isEmpty()) {
            errors.rejectValue("contact", "access.invite.contact.wrong");
        }
        if (!errors.hasErrors() && home.isPresent()) {
            var newcomer = new Newcomer(
                    new AccountName(form.name()).text(),
                    form.displayName(),
                    home.get(),
                    contact.orElse(null),
                    form.role());
            switch (inviting.invite(scope, newcomer)) {
                case Invited.Refused refused ->
                    refused.why().forEach(why -> errors.rejectValue(why.field(), why.messageKey()));
                case Invited.Sent sent -> {
                    return told(redirect, Flash.success("access.invite.sent", form.displayName()));
                }
                case Invited.ToHandOver open -> {
                    return told(redirect, handOver(open));
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return show(form, scope, model);
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable UUID id, @May(Right.KEEP_ACCOUNTS) Scope scope, RedirectAttributes redirect) {
        return told(
                redirect,
                switch (inviting.again(scope, id)) {
                    case Invited.Refused refused ->
                        Flash.warn(refused.why().getFirst().messageKey());
                    case Invited.Sent sent -> Flash.success("access.invite.sent-again");
                    case Invited.ToHandOver open -> handOver(open);
                });
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, @May(Right.KEEP_ACCOUNTS) Scope scope, RedirectAttributes redirect) {
        return told(
                redirect,
                inviting.withdraw(scope, id)
                        ? Flash.success("access.invite.withdrawn")
                        : Flash.warn(TakenBack.OVER.messageKey()));
    }

    private static Flash handOver(Invited.ToHandOver open) {
        return Flash.success("access.invite.hand-over", open.link());
    }

    private static String told(RedirectAttributes redirect, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return LIST;
    }

    private String show(InvitationForm form, Scope scope, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("places", places.homesOffered(form.q(), form.place(), scope));
        return "access/invite";
    }
}
