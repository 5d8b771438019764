package org.kepu.order.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Rules;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
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

/** How orders go in a division: whether departments claim, within how many days what is promised, what counts when teams are suggested. */
@Controller
@RequestMapping("/desk/orders/rules")
class RulePages {

    private final Rules rules;
    private final OrderDivisions divisions;
    private final Regions regions;

    RulePages(Rules rules, OrderDivisions divisions, Regions regions) {
        this.rules = rules;
        this.divisions = divisions;
        this.regions = regions;
    }

    @GetMapping
    String show(@May(Right.DISPATCH_ORDERS) Scope scope, @RequestParam(defaultValue = "") String region, Model model) {
        var code = reached(scope, region.isEmpty() ? divisions.first(scope) : region);
        var rule = rules.in(scope, code);
        return page(scope, code, RuleForm.of(rule, code.equals(rule.region())), null, model);
    }

    @PostMapping
    String set(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var code = reached(scope, region);
        form.check(errors);
        if (!errors.hasErrors()) {
            if (rules.set(scope, code, form.rule())) {
                redirect.addFlashAttribute("flash", Flash.success("order.rules.done"));
                return "redirect:/desk/orders/rules?region=" + code;
            }
            errors.reject("order.refused.OVERTAKEN");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(scope, code, form, errors, model);
    }

    private RegionCode reached(Scope scope, String region) {
        return RegionCode.read(region)
                .filter(code -> regions.reaches(scope, code))
                .orElseThrow(NotFound::new);
    }

    private String page(Scope scope, RegionCode region, RuleForm form, @Nullable Errors errors, Model model) {
        var from = rules.in(scope, region).region();
        model.addAttribute("form", form);
        model.addAttribute("region", region.value());
        model.addAttribute("regions", divisions.of(scope));
        model.addAttribute("from", from == null ? "" : regions.get(from).name());
        model.addAttribute("errors", errors);
        return "order/rules";
    }
}
