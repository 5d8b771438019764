package org.kepu.order.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Refusal;
import org.kepu.order.Requested;
import org.kepu.order.Requesting;
import org.kepu.order.portal.OrderPlaces;
import org.kepu.order.portal.RequestForm;
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

/** Somebody rings up, or comes to the counter: the clerk orders in their place, and reads them the code. */
@Controller
@RequestMapping("/desk/orders/new")
class OrderAgentPages {

    private final Requesting requesting;
    private final OrderPlaces places;
    private final Regions regions;

    OrderAgentPages(Requesting requesting, OrderPlaces places, Regions regions) {
        this.requesting = requesting;
        this.places = places;
        this.regions = regions;
    }

    @GetMapping
    String form(@May(Right.DISPATCH_ORDERS) Scope scope, @RequestParam(defaultValue = "") String region, Model model) {
        var first = scope.regions().stream()
                .map(Object::toString)
                .sorted()
                .findFirst()
                .orElse("");
        var where = region.isEmpty() ? first : region;
        var offered = places.offered(where, "");
        if (offered.isEmpty()) {
            model.addAttribute("leagues", places.leagues());
            return "order/agent-where";
        }
        return show(
                offered.get(), RequestForm.blank(where, "", "", offered.get().today()), null, model);
    }

    @PostMapping
    String request(
            @May(Right.DISPATCH_ORDERS) Scope scope,
            @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var offered = places.offered(form.region(), form.supplier()).orElseThrow(NotFound::new);
        form.checkAsked(offered, errors);
        if (!errors.hasFieldErrors("region")
                && !regions.reaches(scope, RegionCode.read(form.region()).orElseThrow())) {
            errors.rejectValue("region", "order.form.wrong.reach");
        }
        if (errors.hasErrors() || !requesting.isKnown(scope, form.wish(offered, scope.actor()))) {
            form.checkDays(offered.today(), errors);
        }
        var shown = form;
        if (!errors.hasErrors()) {
            switch (requesting.requestFor(scope, form.wish(offered, scope.actor()))) {
                case Requested.Made(var order) -> {
                    redirect.addFlashAttribute("flash", Flash.success("order.agent.done", order.spelled()));
                    return "redirect:/desk/orders/" + order.id();
                }
                case Requested.Refused(var why) -> {
                    RequestForm.reject(why, errors);
                    shown = why == Refusal.KEY_USED_OTHERWISE ? form.anew() : form;
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(offered, shown, errors, model);
    }

    private String show(OrderPlaces.Offered offered, RequestForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("offered", offered);
        model.addAttribute("teams", places.teams(offered));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "order/agent";
    }
}
