package org.kepu.order.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.order.OrderLimit;
import org.kepu.order.Refusal;
import org.kepu.order.Requested;
import org.kepu.order.Requesting;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.Pager;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The menu, and asking for a service without an account: what, where, when, and a telephone number. */
@Controller
@RequestMapping("/orders")
class OrderRequestPages {

    /** What the human check calls the form. */
    static final String FORM = "order.request";

    private static final int ROWS = 20;

    private final Requesting requesting;
    private final OrderPlaces places;
    private final Suppliers suppliers;
    private final Regions regions;
    private final HumanCheck human;

    OrderRequestPages(
            Requesting requesting, OrderPlaces places, Suppliers suppliers, Regions regions, HumanCheck human) {
        this.requesting = requesting;
        this.places = places;
        this.suppliers = suppliers;
        this.regions = regions;
        this.human = human;
    }

    @GetMapping("/menu")
    String menu(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var way = RegionCode.read(region).map(regions::pathTo).orElse(List.of());
        var number = Math.clamp(page, 1, 100_000);
        var found = suppliers.menu(way.stream().map(Region::code).toList(), subject, number, ROWS);
        var here = UriComponentsBuilder.fromPath("/orders/menu")
                .queryParam("region", region)
                .queryParam("subject", subject)
                .encode()
                .build()
                .toUriString();
        model.addAttribute("lines", places.lines(found.suppliers()));
        model.addAttribute("leagues", places.leagues());
        model.addAttribute("subjects", places.subjects());
        model.addAttribute("region", region);
        model.addAttribute("subject", subject);
        model.addAttribute("pager", new Pager(here, number, ROWS, found.total()));
        return "order/menu";
    }

    @GetMapping("/new")
    String form(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String supplier,
            Model model) {
        var offered = places.offered(region, supplier);
        if (offered.isEmpty()) {
            return where(subject, supplier, model);
        }
        var about = subject.isEmpty()
                ? offered.get().wished().map(one -> one.subjects().getFirst()).orElse("")
                : subject;
        var form = RequestForm.blank(region, about, supplier, offered.get().today());
        return show(offered.get(), form, null, null, human.ask(FORM), model);
    }

    @PostMapping("/new")
    String request(
            @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var offered = places.offered(form.region(), form.supplier());
        if (offered.isEmpty()) {
            return where(form.subject(), form.supplier(), model);
        }
        form.check(offered.get(), errors);
        if (!errors.hasErrors() && requesting.isKnown(form.wish(offered.get(), null))) {
            var again = requesting.request(form.wish(offered.get(), null));
            return answer(again, offered.get(), form, errors, response, model);
        }
        form.checkDays(offered.get().today(), errors);
        if (errors.hasErrors()) {
            return wrong(offered.get(), form, errors, response, model);
        }
        var wish = form.wish(offered.get(), null);
        var counted = OrderLimit.ofForm(wish.region(), wish.phone(), request.getRemoteAddr());
        if (human.passed(request, FORM, counted) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(offered.get(), form, null, said, next, model);
        }
        return answer(requesting.request(wish), offered.get(), form, errors, response, model);
    }

    private String answer(
            Requested outcome,
            OrderPlaces.Offered offered,
            RequestForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        return switch (outcome) {
            case Requested.Made(var order) -> "redirect:/orders/" + order.code();
            case Requested.Refused(var why) -> {
                RequestForm.reject(why, errors);
                yield wrong(offered, why == Refusal.KEY_USED_OTHERWISE ? form.anew() : form, errors, response, model);
            }
        };
    }

    private String wrong(
            OrderPlaces.Offered offered, RequestForm form, Errors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(offered, form, errors, null, human.ask(FORM), model);
    }

    /** First the banner is chosen. */
    private String where(String subject, String supplier, Model model) {
        model.addAttribute("leagues", places.leagues());
        model.addAttribute("subject", subject);
        model.addAttribute("supplier", supplier);
        return "order/where";
    }

    private static String show(
            OrderPlaces.Offered offered,
            RequestForm form,
            @Nullable Errors errors,
            @Nullable String again,
            HumanQuestion question,
            Model model) {
        model.addAttribute("offered", offered);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "order/request";
    }
}
