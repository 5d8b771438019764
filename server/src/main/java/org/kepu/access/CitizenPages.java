package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Citizens.Outcome;
import org.kepu.access.session.Session.Proof;
import org.kepu.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in for citizens: a telephone number or mail address, then the code that was sent to it. */
@Controller
@RequestMapping("/me/sign-in")
class CitizenPages {

    private static final String KEPT = "kepu.contact";
    private static final String FIELD = "access.session.contact";

    private final Citizens citizens;
    private final Entrance entrance;
    private final Vault vault;

    CitizenPages(Citizens citizens, Entrance entrance, Vault vault) {
        this.citizens = citizens;
        this.entrance = entrance;
        this.vault = vault;
    }

    /** Where the code is to go, and that one agrees to the rules on personal data. */
    record Form(String contact, @Nullable Boolean consent) {

        Form {
            contact = contact == null ? "" : contact;
            consent = Boolean.TRUE.equals(consent);
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    String form(@Nullable Principal reader, Model model) {
        return SignedIn.of(reader).isPresent() ? "redirect:/me" : show(new Form("", false), null, model);
    }

    private static String show(Form form, @Nullable BindingResult errors, Model model) {
        model.addAttribute("contact", form.contact());
        model.addAttribute("consent", Boolean.TRUE.equals(form.consent()));
        model.addAttribute("errors", errors);
        return "access/citizen";
    }

    @PostMapping
    String ask(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var contact = Contact.read(form.contact());
        if (contact.isEmpty()) {
            errors.rejectValue("contact", "access.citizen.contact.wrong");
        }
        if (!Boolean.TRUE.equals(form.consent())) {
            errors.rejectValue("consent", "access.citizen.consent.missing");
        }
        if (!errors.hasErrors() && !citizens.ask(contact.orElseThrow(), request.getRemoteAddr(), locale)) {
            errors.rejectValue("contact", "access.citizen.too-often");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, errors, model);
        }
        request.getSession()
                .setAttribute(KEPT, vault.seal(FIELD, contact.orElseThrow().plain()));
        return "redirect:/me/sign-in/code";
    }

    @GetMapping("/code")
    String code(@RequestParam(required = false) @Nullable String problem, HttpSession kept, Model model) {
        var contact = contact(kept);
        if (contact.isEmpty()) {
            return "redirect:/me/sign-in";
        }
        model.addAttribute("to", contact.get().masked());
        model.addAttribute(
                "problem",
                problem == null
                        ? null
                        : switch (problem) {
                            case "wait" -> "access.problem.wait";
                            case "closed" -> "access.citizen.closed";
                            default -> "access.citizen.code.wrong";
                        });
        return "access/citizen-code";
    }

    @PostMapping("/code")
    String prove(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var contact = contact(request.getSession());
        if (contact.isEmpty()) {
            return "redirect:/me/sign-in";
        }
        return switch (citizens.prove(contact.get(), code, request.getRemoteAddr())) {
            case Outcome.In in -> {
                request.getSession().removeAttribute(KEPT);
                entrance.open(in.citizen(), Proof.MESSAGE, null, request, response);
                yield "redirect:/me";
            }
            case Outcome.Wrong wrong -> "redirect:/me/sign-in/code?problem=wrong";
            case Outcome.TooOften wait -> "redirect:/me/sign-in/code?problem=wait";
            case Outcome.Closed closed -> "redirect:/me/sign-in/code?problem=closed";
        };
    }

    private Optional<Contact> contact(HttpSession kept) {
        return kept.getAttribute(KEPT) instanceof String text
                ? Contact.read(vault.open(FIELD, text))
                : Optional.empty();
    }
}
