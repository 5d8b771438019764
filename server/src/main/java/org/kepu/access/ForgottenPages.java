package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.access.PasswordResets.Outcome;
import org.kepu.access.SignInRule.Door;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.page.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 忘记口令: asks for a link, and takes a new password by it. */
@Controller
@RequestMapping("/sign-in")
class ForgottenPages {

    /** What the human check calls the form. */
    static final String FORM = "access.forgot";

    private final PasswordResets resets;
    private final SignInThrottle throttle;
    private final HumanCheck human;

    ForgottenPages(PasswordResets resets, SignInThrottle throttle, HumanCheck human) {
        this.resets = resets;
        this.throttle = throttle;
        this.human = human;
    }

    /** A new password, and the same again. */
    record Form(String token, String fresh, String again) {

        Form {
            token = token == null ? "" : token;
            fresh = fresh == null ? "" : fresh;
            again = again == null ? "" : again;
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping("/forgot")
    String forgot(@RequestParam(required = false) @Nullable String sent, Model model) {
        return sent == null ? show("", null, human.ask(FORM), model) : "access/forgot-sent";
    }

    private static String show(String name, @Nullable String again, HumanQuestion question, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "access/forgot";
    }

    @PostMapping("/forgot")
    String ask(
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (human.passed(request, FORM)) {
            case HumanVerdict.Passed() -> {
                var address = request.getRemoteAddr();
                if (throttle.admits(Door.RESET, new AccountName(name).text(), address)) {
                    resets.ask(name, address);
                }
                yield "redirect:/sign-in/forgot?sent";
            }
            case HumanVerdict.Again(var said, var next) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(name, said, next, model);
            }
        };
    }

    @GetMapping("/reset")
    String form(@RequestParam(defaultValue = "") String token, Model model) {
        return show(token, null, model);
    }

    @PostMapping("/reset")
    String reset(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!form.fresh().equals(form.again())) {
            errors.rejectValue("again", "access.password.again.differs");
        } else {
            switch (resets.reset(form.token(), form.fresh(), request.getRemoteAddr())) {
                case Outcome.Reset done -> {
                    redirect.addFlashAttribute("flash", Flash.success("access.reset.done"));
                    return "redirect:/sign-in";
                }
                case Outcome.LinkIsOver over -> {
                    return show("", null, model);
                }
                case Outcome.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue("fresh", rule.messageKey()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(form.token(), errors, model);
    }

    private String show(String token, @Nullable BindingResult errors, Model model) {
        model.addAttribute("token", resets.opens(token) ? token : null);
        model.addAttribute("errors", errors);
        return "access/reset";
    }
}
