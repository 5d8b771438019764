package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Citizens.Outcome;
import org.kepu.access.session.Session.Proof;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.notice.Channels;
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

    /** What the human check calls the form. */
    static final String FORM = "access.citizen";

    private final Citizens citizens;
    private final Entrance entrance;
    private final AwaitedContact awaited;
    private final HumanCheck human;
    private final Channels channels;

    CitizenPages(Citizens citizens, Entrance entrance, AwaitedContact awaited, HumanCheck human, Channels channels) {
        this.citizens = citizens;
        this.entrance = entrance;
        this.awaited = awaited;
        this.human = human;
        this.channels = channels;
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
        return SignedIn.of(reader).isPresent()
                ? "redirect:/me"
                : show(new Form("", false), null, null, human.ask(FORM), model);
    }

    private static String show(
            Form form, @Nullable BindingResult errors, @Nullable String again, HumanQuestion question, Model model) {
        model.addAttribute("contact", form.contact());
        model.addAttribute("consent", Boolean.TRUE.equals(form.consent()));
        model.addAttribute("errors", errors);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
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
        if (!errors.hasErrors() && human.passed(request, FORM) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, null, said, next, model);
        }
        if (!errors.hasErrors() && !citizens.ask(contact.orElseThrow(), request.getRemoteAddr(), locale)) {
            errors.rejectValue("contact", "access.citizen.too-often");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, errors, null, human.ask(FORM), model);
        }
        awaited.keep(request.getSession(), contact.orElseThrow());
        return "redirect:/me/sign-in/code";
    }

    @GetMapping("/code")
    String code(@RequestParam(required = false) @Nullable String problem, HttpSession kept, Model model) {
        var contact = awaited.of(kept);
        if (contact.isEmpty()) {
            return "redirect:/me/sign-in";
        }
        model.addAttribute("at", "/me/sign-in");
        model.addAttribute("act", "access.sign-in.do");
        model.addAttribute("to", contact.get().masked());
        model.addAttribute("stays", contact.get().stays(channels));
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
        var contact = awaited.of(request.getSession());
        if (contact.isEmpty()) {
            return "redirect:/me/sign-in";
        }
        return switch (citizens.prove(contact.get(), code, request.getRemoteAddr())) {
            case Outcome.In in -> {
                entrance.open(in.citizen(), Proof.MESSAGE, null, request, response);
                yield "redirect:/me";
            }
            case Outcome.Wrong wrong -> "redirect:/me/sign-in/code?problem=wrong";
            case Outcome.TooOften wait -> "redirect:/me/sign-in/code?problem=wait";
            case Outcome.Closed closed -> "redirect:/me/sign-in/code?problem=closed";
        };
    }
}
