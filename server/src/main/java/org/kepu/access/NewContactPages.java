package org.kepu.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.access.ChangingContact.Outcome;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.notice.Channels;
import org.kepu.page.Flash;
import org.kepu.page.FreshProof;
import org.kepu.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 更换手机号或邮箱: a citizen names the new one, then types the code that was sent there. Staff have no such page. */
@Controller
@RequestMapping("/me/contact")
class NewContactPages {

    private static final String PROVE = "redirect:" + FreshProof.CITIZENS_PAGE + "/me/contact";

    private final ChangingContact changing;
    private final AwaitedContact awaited;
    private final Sessions sessions;
    private final Channels channels;

    NewContactPages(ChangingContact changing, AwaitedContact awaited, Sessions sessions, Channels channels) {
        this.changing = changing;
        this.awaited = awaited;
        this.sessions = sessions;
        this.channels = channels;
    }

    /** The new contact as it was typed. */
    record Form(String contact) {

        Form {
            contact = contact == null ? "" : contact;
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    String form(@AuthenticationPrincipal SessionHolder owner, Model model) {
        var current = current(owner);
        return sessions.isFresh(owner.session()) ? show(current, new Form(""), null, model) : PROVE;
    }

    private static String show(Contact current, Form form, @Nullable BindingResult errors, Model model) {
        model.addAttribute("current", current.masked());
        model.addAttribute("contact", form.contact());
        model.addAttribute("errors", errors);
        return "access/contact";
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SessionHolder owner,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpSession session,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var current = current(owner);
        if (!sessions.isFresh(owner.session())) {
            return PROVE;
        }
        var fresh = Contact.read(form.contact());
        if (fresh.isEmpty()) {
            errors.rejectValue("contact", "access.citizen.contact.wrong");
        } else if (fresh.get().equals(current)) {
            errors.rejectValue("contact", "access.contact.same");
        } else if (!changing.ask(owner, fresh.get(), locale)) {
            errors.rejectValue("contact", "access.citizen.too-often");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(current, form, errors, model);
        }
        awaited.keep(session, fresh.orElseThrow());
        return "redirect:/me/contact/code";
    }

    @GetMapping("/code")
    String code(@AuthenticationPrincipal SessionHolder owner, HttpSession session, Model model) {
        current(owner);
        return awaited.of(session).map(to -> show(to, null, model)).orElse("redirect:/me/contact");
    }

    private String show(Contact to, @Nullable String problem, Model model) {
        model.addAttribute("at", "/me/contact");
        model.addAttribute("act", "access.contact.do");
        model.addAttribute("to", to.masked());
        model.addAttribute("stays", to.stays(channels));
        model.addAttribute("problem", problem);
        return "access/citizen-code";
    }

    @PostMapping("/code")
    String prove(
            @AuthenticationPrincipal SessionHolder owner,
            @RequestParam(defaultValue = "") String code,
            HttpSession session,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        current(owner);
        var fresh = awaited.of(session);
        if (fresh.isEmpty()) {
            return "redirect:/me/contact";
        }
        var problem = problem(changing.prove(owner, fresh.get(), code, locale));
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(fresh.get(), problem.get(), model);
        }
        awaited.forget(session);
        redirect.addFlashAttribute(
                "flash", Flash.success("access.contact.changed", fresh.get().masked()));
        return "redirect:/me/contact";
    }

    private static Optional<String> problem(Outcome outcome) {
        return switch (outcome) {
            case CHANGED -> Optional.empty();
            case WRONG -> Optional.of("access.citizen.code.wrong");
            case TOO_OFTEN -> Optional.of("access.problem.wait");
            case TAKEN -> Optional.of("access.contact.taken");
        };
    }

    private Contact current(SessionHolder owner) {
        return changing.current(owner.actor().account()).orElseThrow(NotFound::new);
    }
}
