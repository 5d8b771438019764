package org.kepu.access.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Secret;
import org.kepu.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link of an invitation leads: choosing a password. */
@Controller
@RequestMapping("/join/{secret}")
class JoinPages {

    private final Joining joining;

    JoinPages(Joining joining) {
        this.joining = joining;
    }

    @GetMapping
    String form(@PathVariable String secret, Model model, HttpServletResponse response) {
        return show(secret, null, model, response);
    }

    @PostMapping
    String join(
            @PathVariable String secret,
            @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!form.fresh().equals(form.again())) {
            errors.rejectValue("again", "access.join.differs");
        }
        if (!errors.hasErrors()) {
            switch (joining.join(new Secret(secret), form.fresh(), request.getRemoteAddr())) {
                case Joining.Outcome.Joined joined -> {
                    redirect.addFlashAttribute("flash", Flash.success("access.join.done"));
                    return "redirect:/sign-in";
                }
                case Joining.Outcome.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue("fresh", rule.messageKey()));
                case Joining.Outcome.LinkIsOver over -> {}
            }
        }
        return show(secret, errors, model, response);
    }

    private String show(String secret, @Nullable Errors errors, Model model, HttpServletResponse response) {
        var invited = joining.invited(new Secret(secret));
        if (invited.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return "access/join-over";
        }
        if (errors != null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        model.addAttribute("secret", secret);
        model.addAttribute("account", invited.get().name());
        model.addAttribute("displayName", invited.get().displayName());
        model.addAttribute("errors", errors);
        return "access/join";
    }
}
