package org.kepu.people;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By what rule hours count in the reader's divisions. */
@Controller
@RequestMapping("/desk/teams/rules")
class ServiceRulePages {

    private final ServiceRules rules;

    ServiceRulePages(ServiceRules rules) {
        this.rules = rules;
    }

    @GetMapping
    String list(@May(Right.RUN_LEDGER) Scope scope, @RequestParam(defaultValue = "") String region, Model model) {
        return show(scope, region, null, null, model);
    }

    @PostMapping
    String keep(
            @May(Right.RUN_LEDGER) Scope scope,
            @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var region = RegionCode.read(form.region()).orElseThrow(NotFound::new);
        form.check(errors);
        if (!errors.hasErrors() && !rules.keep(scope, region, form.rule())) {
            errors.reject("people.wrong.overtaken");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(scope, form.region(), form.seen(version(scope, region)), errors, model);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(scope, form.region(), form, errors, model);
        }
        redirect.addFlashAttribute("flash", Flash.success("people.rule.kept"));
        return "redirect:/desk/teams/rules?region=" + region;
    }

    /** What was typed comes back beside the sentence, and whoever sends it again has read that. */
    private int version(Scope scope, RegionCode region) {
        return rules.own(scope).stream()
                .filter(one -> one.region().equals(region.value()))
                .mapToInt(one -> one.rule().version())
                .findFirst()
                .orElse(0);
    }

    /** Of several divisions the one that was asked for, otherwise the first; whoever answers for bodies alone has none. */
    private String show(Scope scope, String region, @Nullable RuleForm typed, @Nullable Errors errors, Model model) {
        var own = rules.own(scope);
        var chosen = own.stream()
                .filter(one -> one.region().equals(region))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .orElse(null);
        model.addAttribute("rules", own);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "form", typed != null || chosen == null ? typed : RuleForm.of(chosen.region(), chosen.rule()));
        model.addAttribute("errors", errors);
        return "people/rules";
    }
}
