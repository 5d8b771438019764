package org.kepu.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.SessionHolder;
import org.kepu.notice.Channels;
import org.kepu.page.NotFound;
import org.kepu.page.OwnPath;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 确认是您本人, for citizens: one page, on which a code is asked for and typed, before what is delicate. */
@Controller
@RequestMapping("/me/prove")
class CitizenProofPages {

    private final CitizenProof proof;
    private final ChangingContact contacts;
    private final Channels channels;

    CitizenProofPages(CitizenProof proof, ChangingContact contacts, Channels channels) {
        this.proof = proof;
        this.contacts = contacts;
        this.channels = channels;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal SessionHolder owner, @RequestParam(defaultValue = "/me") String to, Model model) {
        return show(current(owner), to, false, null, model);
    }

    private String show(Contact current, String to, boolean sent, @Nullable String problem, Model model) {
        model.addAttribute("current", current.masked());
        model.addAttribute("stays", current.stays(channels));
        model.addAttribute("to", OwnPath.orHome(to));
        model.addAttribute("sent", sent);
        model.addAttribute("problem", problem);
        return "access/citizen-proof";
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SessionHolder owner,
            @RequestParam(defaultValue = "/me") String to,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var current = current(owner);
        if (proof.ask(owner, current, locale)) {
            return show(current, to, true, null, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(current, to, false, "access.citizen.too-often", model);
    }

    @PostMapping("/code")
    String prove(
            @AuthenticationPrincipal SessionHolder owner,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/me") String to,
            HttpServletResponse response,
            Model model) {
        var current = current(owner);
        var outcome = proof.prove(owner, current, code);
        if (outcome == CitizenProof.Outcome.OWNER) {
            return "redirect:" + OwnPath.orHome(to);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(
                current,
                to,
                true,
                outcome == CitizenProof.Outcome.WRONG ? "access.citizen.code.wrong" : "access.problem.wait",
                model);
    }

    private Contact current(SessionHolder owner) {
        return contacts.current(owner.actor().account()).orElseThrow(NotFound::new);
    }
}
