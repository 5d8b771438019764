package org.kepu.plan.life;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.shared.BodyId;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An invited body's side of a consultation. */
@Controller
@RequestMapping("/desk/consultations/{consultation}/reply")
class ReplyPages {

    private final Replying replying;

    ReplyPages(Replying replying) {
        this.replying = replying;
    }

    @GetMapping
    String form(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable ConsultationId consultation,
            @RequestParam(defaultValue = "") String node,
            Model model) {
        return show(scope, consultation, new OpinionForm(null, node, ""), null, model);
    }

    private String show(Scope scope, ConsultationId id, OpinionForm form, @Nullable String fault, Model model) {
        model.addAttribute("asked", replying.of(scope, id));
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        return "life/reply";
    }

    @PostMapping
    String say(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable ConsultationId consultation,
            @RequestParam BodyId body,
            OpinionForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var fault = form.fault();
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(scope, consultation, form, fault.get(), model);
        }
        redirect.addFlashAttribute(
                "flash",
                switch (replying.say(scope, consultation, form.id(), body, form.place(), form.said())) {
                    case TAKEN -> Flash.success("life.reply.taken");
                    case OVER -> Flash.warn("life.reply.over");
                });
        return "redirect:/desk/consultations/" + consultation + "/reply";
    }

    @PostMapping("/done")
    String done(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable ConsultationId consultation,
            @RequestParam BodyId body,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (replying.finish(scope, consultation, body)) {
                    case TAKEN -> Flash.success("life.reply.done");
                    case OVER -> Flash.warn("life.reply.over");
                });
        return "redirect:/desk/consultations/" + consultation + "/reply";
    }
}
