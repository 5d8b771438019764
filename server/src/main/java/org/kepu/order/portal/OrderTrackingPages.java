package org.kepu.order.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Hand;
import org.kepu.order.Handled;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderCodes;
import org.kepu.order.OrderState;
import org.kepu.order.Refusal;
import org.kepu.order.Said;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.SiteAddress;
import org.kepu.shared.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own order: found by its code, followed, confirmed, rated, given up; without an account, and without a word of whoever asked. */
@Controller
@RequestMapping("/orders")
class OrderTrackingPages {

    private final OrderCodes codes;
    private final OrderPlaces places;
    private final Suppliers suppliers;
    private final SiteAddress site;

    OrderTrackingPages(OrderCodes codes, OrderPlaces places, Suppliers suppliers, SiteAddress site) {
        this.codes = codes;
        this.places = places;
        this.suppliers = suppliers;
        this.site = site;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("wrong", false);
        return "order/find";
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = codes.find(code, request.getRemoteAddr());
        if (found.isPresent()) {
            return "redirect:/orders/" + found.get().order().code();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", true);
        model.addAttribute("code", code);
        return "order/find";
    }

    @GetMapping("/{code}")
    String track(@PathVariable String code, HttpServletRequest request, Model model) {
        return page(code, null, "", null, null, request, model);
    }

    /** @param tried what could not be done, with what was said of it: it stays in its form */
    private String page(
            String code,
            @Nullable OrderAct tried,
            String words,
            @Nullable Integer stars,
            @Nullable Refusal wrong,
            HttpServletRequest request,
            Model model) {
        var tracked = codes.find(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
        var order = tracked.order();
        model.addAttribute("tried", tried == null ? "" : tried.name());
        model.addAttribute("words", words);
        model.addAttribute("stars", stars == null ? "" : stars.toString());
        model.addAttribute("wrong", wrong == null ? null : wrong.messageKey());
        model.addAttribute("open", tried != null && tried.isOpen(order.state(), Hand.REQUESTER));
        model.addAttribute("order", order);
        model.addAttribute("life", tracked.life());
        model.addAttribute("subject", places.subject(order.subject()));
        model.addAttribute("place", places.called(order.region()));
        var supplier = order.supplier();
        model.addAttribute(
                "supplier",
                supplier == null || order.state() == OrderState.OFFERED
                        ? ""
                        : suppliers.titles(Set.of(supplier)).getOrDefault(supplier, ""));
        model.addAttribute("picture", QrCode.of(site.of("/orders/" + order.code())));
        return "order/track";
    }

    @PostMapping("/{code}/{act}")
    String act(
            @PathVariable String code,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var chosen = OrderAct.read(act).orElseThrow(NotFound::new);
        var said = chosen.says() == OrderAct.Says.MARK ? Said.rated(stars, words) : Said.because(words);
        return switch (codes.act(code, chosen, version, said, request.getRemoteAddr())) {
            case Handled.Done(var done, var now) -> {
                redirect.addFlashAttribute("flash", Flash.success(done.publicKey()));
                yield "redirect:/orders/" + now.code();
            }
            case Handled.Refused(var why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(code, chosen, words, stars, why, request, model);
            }
        };
    }
}
