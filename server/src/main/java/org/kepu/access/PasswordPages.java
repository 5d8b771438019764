package org.kepu.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.kepu.access.ChangingPassword.Outcome;
import org.kepu.page.Flash;
import org.kepu.shared.OwnAffairs;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    private final ChangingPassword changing;

    PasswordPages(ChangingPassword changing) {
        this.changing = changing;
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
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!form.fresh().equals(form.again())) {
            errors.rejectValue("again", "access.password.again.differs");
        }
        if (!form.old().isEmpty() && form.fresh().equals(form.old())) {
            errors.rejectValue("fresh", "access.password.fresh.same");
        }
        if (!errors.hasErrors()) {
            switch (changing.change(reader, form.old(), form.fresh())) {
                case Outcome.Changed done -> {}
                case Outcome.WrongOld wrong -> errors.rejectValue("old", "access.password.old.wrong");
                case Outcome.TooOften wait -> errors.rejectValue("old", "access.problem.wait");
                case Outcome.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue("fresh", rule.messageKey()));
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", errors);
            return "access/password";
        }
        redirect.addFlashAttribute("flash", Flash.success("access.password.changed"));
        return "redirect:/desk";
    }
}
