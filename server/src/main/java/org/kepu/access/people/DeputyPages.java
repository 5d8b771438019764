package org.kepu.access.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.kepu.access.Deputyships;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.OwnAffairs;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Own deputies: who acts for me, for whom I may act, and doing so. */
@Controller
@OwnAffairs("who stands in for oneself, and for whom one stands in")
@RequestMapping("/desk/deputies")
class DeputyPages {

    private static final String LIST = "redirect:/desk/deputies";

    private final Deputies deputies;
    private final Clock clock;

    DeputyPages(Deputies deputies, Clock clock) {
        this.deputies = deputies;
        this.clock = clock;
    }

    @GetMapping
    String list(Desk desk, Model model) {
        return show(desk.scope(Right.DESK), DeputyForm.from(LocalDate.now(clock)), model);
    }

    @PostMapping
    String name(
            @Valid @ModelAttribute("form") DeputyForm form,
            BindingResult errors,
            Desk desk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var scope = desk.scope(Right.DESK);
        var wanted = form.wanted(scope.actor().account());
        Reason.fault(form.reason()).ifPresent(fault -> errors.rejectValue("reason", fault.messageKey()));
        if (!errors.hasErrors() && wanted.isPresent()) {
            switch (deputies.nameOwn(scope, wanted.get())) {
                case Deputies.Named.Done done -> {
                    return told(redirect, Flash.success("access.deputy.named"));
                }
                case Deputies.Named.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue(rule.field(), rule.messageKey()));
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return show(scope, form, model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Desk desk, RedirectAttributes redirect) {
        return told(
                redirect,
                deputies.endOwn(desk.scope(Right.DESK), id)
                        ? Flash.success("access.deputy.ended")
                        : Flash.warn(TakenBack.OVER.messageKey()));
    }

    @PostMapping("/{id}/act")
    String act(@PathVariable UUID id, Desk desk, HttpSession session, RedirectAttributes redirect) {
        var represented = deputies.begin(desk.scope(Right.DESK), id);
        session.setAttribute(Deputyships.CHOSEN, id.toString());
        redirect.addFlashAttribute("flash", Flash.success("access.deputy.began", represented.name()));
        return "redirect:/desk";
    }

    @PostMapping("/stop")
    String stop(Desk desk, HttpSession session, RedirectAttributes redirect) {
        deputies.stop(desk.scope(Right.DESK));
        session.removeAttribute(Deputyships.CHOSEN);
        redirect.addFlashAttribute("flash", Flash.success("access.deputy.stopped"));
        return "redirect:/desk";
    }

    private static String told(RedirectAttributes redirect, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return LIST;
    }

    private String show(Scope scope, DeputyForm form, Model model) {
        var own = deputies.own(scope);
        var self = scope.actor().account();
        model.addAttribute(
                "mine",
                own.stream().filter(entry -> entry.represented().equals(self)).toList());
        model.addAttribute(
                "others",
                own.stream().filter(entry -> entry.deputy().equals(self)).toList());
        model.addAttribute("form", form);
        return "access/deputies";
    }
}
