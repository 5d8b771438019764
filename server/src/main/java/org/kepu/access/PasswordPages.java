package org.kepu.access;

import jakarta.validation.Valid;
import org.kepu.page.Flash;
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
class PasswordPages {

    private final Accounts accounts;

    PasswordPages(Accounts accounts) {
        this.accounts = accounts;
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
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        if (!form.fresh().equals(form.again())) {
            errors.rejectValue("again", "access.password.again.differs");
        }
        if (!errors.hasErrors() && !accounts.changePassword(actor.account(), form.old(), form.fresh())) {
            errors.rejectValue("old", "access.password.old.wrong");
        }
        if (errors.hasErrors()) {
            model.addAttribute("errors", errors);
            return "access/password";
        }
        redirect.addFlashAttribute("flash", Flash.success("access.password.changed"));
        return "redirect:/desk";
    }
}
