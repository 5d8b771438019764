package org.kepu.privacy.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.privacy.Dependants;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The privacy desk: what people ask about their data, by the day on which it is due. */
@Controller
@RequestMapping("/desk/privacy")
class RequestPages {

    private final Requests requests;
    private final ErasingOnRequest erasing;
    private final Dependants dependants;
    private final Clock clock;

    RequestPages(Requests requests, ErasingOnRequest erasing, Dependants dependants, Clock clock) {
        this.requests = requests;
        this.erasing = erasing;
        this.dependants = dependants;
        this.clock = clock;
    }

    @GetMapping
    String requests(@May(Right.KEEP_PRIVACY) Scope scope, Model model) {
        model.addAttribute("requests", requests.all(scope));
        model.addAttribute("today", today());
        return "privacy/requests";
    }

    @GetMapping("/requests/new")
    String blank(@May(Right.KEEP_PRIVACY) Scope scope, Model model) {
        return form(model, TakenDownForm.empty(today()), null);
    }

    @PostMapping("/requests")
    String takeDown(
            @May(Right.KEEP_PRIVACY) Scope scope,
            @Valid @ModelAttribute("form") TakenDownForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        demandUnderstood(errors);
        var kind = form.kind();
        var channel = form.channel();
        var received = form.received();
        if (received != null && received.isAfter(today())) {
            errors.rejectValue("received", "privacy.desk.received.later");
        }
        if (errors.hasErrors() || kind == null || channel == null || received == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, form, errors);
        }
        var id = requests.takeDown(
                scope, new Requests.Asked(kind, channel, null, form.name(), form.contact(), form.words(), received));
        redirect.addFlashAttribute("flash", Flash.success("privacy.desk.taken-down"));
        return "redirect:/desk/privacy/requests/" + id;
    }

    @GetMapping("/requests/{id}")
    String request(@May(Right.KEEP_PRIVACY) Scope scope, @PathVariable UUID id, Model model) {
        return request(scope, id, model, new AnswerForm(null, ""), null);
    }

    @PostMapping("/requests/{id}/answer")
    String answer(
            @May(Right.KEEP_PRIVACY) Scope scope,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        demandUnderstood(errors);
        var state = form.state();
        if (errors.hasErrors() || state == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return request(scope, id, model, form, errors);
        }
        redirect.addFlashAttribute(
                "flash",
                switch (requests.answer(scope, id, state, form.words())) {
                    case ANSWERED -> Flash.success("privacy.answer.done");
                    case OVERTAKEN -> Flash.warn("privacy.answer.overtaken");
                });
        return "redirect:/desk/privacy/requests/" + id;
    }

    /** Erases whoever asked for it, answers the request with that, and shows the proof. */
    @PostMapping("/requests/{id}/erase")
    String erase(@May(Right.KEEP_PRIVACY) Scope scope, @PathVariable UUID id, RedirectAttributes redirect) {
        return switch (erasing.erase(scope, id)) {
            case ErasingOnRequest.Outcome.Begun begun -> "redirect:/desk/privacy/erasures/" + begun.erasure();
            case ErasingOnRequest.Outcome.NotAsked none -> refused(id, "privacy.erase.not-asked", redirect);
            case ErasingOnRequest.Outcome.OfStaff staff -> refused(id, "privacy.erase.staff", redirect);
            case ErasingOnRequest.Outcome.Unclear unclear -> refused(id, "privacy.erase.unclear", redirect);
        };
    }

    private static String refused(UUID id, String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.warn(sentence));
        return "redirect:/desk/privacy/requests/" + id;
    }

    private String request(Scope scope, UUID id, Model model, AnswerForm form, @Nullable BindingResult errors) {
        var request = requests.find(scope, id);
        var person = request.person();
        model.addAttribute("request", request);
        model.addAttribute("children", person == null ? List.of() : dependants.of(scope, person));
        model.addAttribute("today", today());
        model.addAttribute("erasure", erasing.erasure(scope, id).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "privacy/request";
    }

    private static String form(Model model, TakenDownForm form, @Nullable BindingResult errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "privacy/take-down";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A choice that the page does not offer comes from no page of ours. */
    private static void demandUnderstood(BindingResult errors) {
        if (errors.getTarget() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
