package org.kepu.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.kepu.page.Flash;
import org.kepu.shared.OwnAffairs;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/desk/password")
@OwnAffairs("the own password")
class PasswordPages {

    private final Accounts accounts;
    private final SessionRegistry sessions;

    PasswordPages(Accounts accounts, SessionRegistry sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("errors", null);
        return "access/password";
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn reader,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!form.fresh().equals(form.again())) {
            errors.rejectValue("again", "access.password.again.differs");
        }
        if (!form.old().isEmpty() && form.fresh().equals(form.old())) {
            errors.rejectValue("fresh", "access.password.fresh.same");
        }
        if (!errors.hasErrors() && !accounts.changePassword(reader.actor().account(), form.old(), form.fresh())) {
            errors.rejectValue("old", "access.password.old.wrong");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", errors);
            return "access/password";
        }
        endOtherSessions(reader, session.getId());
        redirect.addFlashAttribute("flash", Flash.success("access.password.changed"));
        return "redirect:/desk";
    }

    /** Whoever signed in with the old password, perhaps on a machine left behind, has to sign in again. */
    private void endOtherSessions(SignedIn reader, String here) {
        sessions.getAllSessions(reader, false).stream()
                .filter(open -> !open.getSessionId().equals(here))
                .forEach(SessionInformation::expireNow);
    }
}
