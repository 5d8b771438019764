package org.kepu.order.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Hand;
import org.kepu.order.Handled;
import org.kepu.order.Handling;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderId;
import org.kepu.order.OrderState;
import org.kepu.order.Orders;
import org.kepu.order.Refusal;
import org.kepu.order.supply.Subjects;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Orders on the desk: the lists of each hand, one order with its life, and each act on it. */
@Controller
@RequestMapping("/desk/orders")
class OrderDeskPages {

    private static final int ROWS = 50;

    private final Orders orders;
    private final Handling handling;
    private final OrderViews views;
    private final Subjects subjects;
    private final OrderDivisions divisions;

    OrderDeskPages(Orders orders, Handling handling, OrderViews views, Subjects subjects, OrderDivisions divisions) {
        this.orders = orders;
        this.handling = handling;
        this.views = views;
        this.subjects = subjects;
        this.divisions = divisions;
    }

    @GetMapping
    String list(
            @May(Right.READ_ORDERS) Scope scope,
            Desk desk,
            @RequestParam(defaultValue = "OPEN") Orders.Only only,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Hand hand,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!code.isBlank()) {
            var known = orders.find(scope, code.replaceAll("[\\s-]", ""));
            if (known.isPresent()) {
                return "redirect:/desk/orders/" + known.get().id();
            }
        }
        var number = Math.clamp(page, 1, Orders.MOST_COUNTED / ROWS);
        var found = orders.list(
                scope,
                new Orders.Search(
                        only, state, subject, hand, RegionCode.read(region).orElse(null)),
                number,
                ROWS);
        var here = UriComponentsBuilder.fromPath("/desk/orders")
                .queryParam("only", only)
                .queryParam("state", state == null ? "" : state.name())
                .queryParam("subject", subject)
                .queryParam("hand", hand == null ? "" : hand.name())
                .queryParam("region", region)
                .encode()
                .build()
                .toUriString();
        model.addAttribute("lines", views.lines(found.orders()));
        model.addAttribute("pager", new Pager(here, number, ROWS, found.total()));
        model.addAttribute("hands", Hand.staff().filter(one -> may(desk, one)).toList());
        model.addAttribute("subjects", subjects.all());
        model.addAttribute("regions", divisions.below(scope));
        model.addAttribute("region", region);
        model.addAttribute("code", code);
        model.addAttribute("only", only);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("subject", subject);
        model.addAttribute("hand", hand == null ? "" : hand.name());
        return "order/desk";
    }

    private static boolean may(Desk desk, Hand hand) {
        return desk.may(hand.right().orElseThrow());
    }

    @GetMapping("/{order}")
    String order(@May(Right.READ_ORDERS) Scope scope, Desk desk, @PathVariable OrderId order, Model model) {
        return page(scope, desk, order, null, ActForm.BLANK, null, model);
    }

    /** What was typed stays where it was wrong. */
    @PostMapping("/{order}/{act}")
    String act(
            @May(Right.READ_ORDERS) Scope scope,
            Desk desk,
            @PathVariable OrderId order,
            @PathVariable OrderAct act,
            @ModelAttribute ActForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var hand = orders.handOf(scope, desk, act, order).orElseThrow(NotFound::new);
        var outcome = handling.act(hand, order, act, form.version(), form.said(act));
        var seen = orders.find(scope, order).isPresent();
        if (seen && outcome instanceof Handled.Refused(var why)) {
            response.setStatus(
                    mends(why) ? HttpServletResponse.SC_UNPROCESSABLE_CONTENT : HttpServletResponse.SC_CONFLICT);
            return page(scope, desk, order, act, form, why, model);
        }
        redirect.addFlashAttribute(
                "flash",
                switch (outcome) {
                    case Handled.Done(var done, var now) -> Flash.success("order.done." + done.name());
                    case Handled.Refused(var why) -> Flash.warn(why.messageKey());
                });
        return seen ? "redirect:/desk/orders/" + order : "redirect:/desk/orders";
    }

    /** Whether it can be put right in the form. */
    private static boolean mends(Refusal why) {
        return switch (why) {
            case WITHOUT_REASON, TELLS_TOO_MUCH, BAD_TIME, BAD_OUTCOME, BAD_MARK, NOBODY, WHICH_TEAM -> true;
            default -> false;
        };
    }

    private String page(
            Scope scope,
            Desk desk,
            OrderId id,
            @Nullable OrderAct act,
            ActForm form,
            @Nullable Refusal wrong,
            Model model) {
        model.addAttribute("view", views.of(scope, desk, id));
        model.addAttribute("form", form);
        model.addAttribute("tried", act == null ? "" : act.name());
        model.addAttribute("wrong", wrong == null ? null : wrong.messageKey());
        model.addAttribute("atField", wrong != null && mends(wrong));
        return "order/order";
    }
}
