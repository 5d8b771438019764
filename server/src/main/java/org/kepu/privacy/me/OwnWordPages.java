package org.kepu.privacy.me;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.Limits;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.privacy.Consents;
import org.kepu.privacy.Dependant;
import org.kepu.privacy.Dependants;
import org.kepu.privacy.Purpose;
import org.kepu.privacy.Purposes;
import org.kepu.privacy.request.Requests;
import org.kepu.shared.Actor;
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

/** My word: what I agree to, for which children I speak, what I ask of the office. */
@Controller
@RequestMapping("/me")
class OwnWordPages {

    private final Consents consents;
    private final Purposes purposes;
    private final Dependants dependants;
    private final Requests requests;
    private final Limits limits;
    private final Clock clock;

    OwnWordPages(
            Consents consents,
            Purposes purposes,
            Dependants dependants,
            Requests requests,
            Limits limits,
            Clock clock) {
        this.consents = consents;
        this.purposes = purposes;
        this.dependants = dependants;
        this.requests = requests;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/consents")
    String consents(Actor actor, Model model) {
        model.addAttribute("purposes", purposes.byConsent());
        model.addAttribute(
                "given",
                purposes.byConsent().stream()
                        .filter(purpose -> consents.holds(actor.account(), purpose.id()))
                        .map(Purpose::id)
                        .toList());
        model.addAttribute("history", consents.history(actor.account()));
        return "me/consents";
    }

    @PostMapping("/consents/{purpose}/withdraw")
    String withdraw(Actor actor, @PathVariable String purpose, RedirectAttributes redirect) {
        var known = purposes.find(purpose).filter(Purpose::consent).orElseThrow(NotFound::new);
        if (purpose.equals(Consents.ACCOUNT)) {
            return "redirect:/me/delete";
        }
        consents.withdraw(actor.account(), purpose, Consents.How.SCREEN, actor);
        redirect.addFlashAttribute("flash", Flash.success("privacy.consents.withdrawn", known.name()));
        return "redirect:/me/consents";
    }

    @PostMapping("/consents/{purpose}/give")
    String give(Actor actor, @PathVariable String purpose, RedirectAttributes redirect) {
        var known = purposes.find(purpose).filter(Purpose::consent).orElseThrow(NotFound::new);
        consents.give(actor.account(), purpose, Consents.How.SCREEN, actor);
        redirect.addFlashAttribute("flash", Flash.success("privacy.consents.given", known.name()));
        return "redirect:/me/consents";
    }

    @GetMapping("/family")
    String family(Actor actor, Model model) {
        return family(actor, model, new FamilyForm("", "", ""), null);
    }

    @PostMapping("/family")
    String enter(
            Actor actor,
            @Valid @ModelAttribute("form") FamilyForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var birth = birth(form.birth());
        if (!form.birth().isEmpty() && birth.isEmpty()) {
            errors.rejectValue("birth", "privacy.family.birth.wrong");
        }
        if (!errors.hasErrors() && !dependants.enter(actor, form.name(), birth.orElseThrow())) {
            errors.reject("privacy.family.full");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return family(actor, model, form, errors);
        }
        redirect.addFlashAttribute("flash", Flash.success("privacy.family.entered", form.name()));
        return "redirect:/me/family";
    }

    @PostMapping("/family/{id}/remove")
    String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        dependants.remove(actor, id);
        redirect.addFlashAttribute("flash", Flash.success("privacy.family.removed"));
        return "redirect:/me/family";
    }

    @GetMapping("/requests")
    String requests(Actor actor, Model model) {
        return requests(actor, model, new AskForm(null, "", ""), null);
    }

    @PostMapping("/requests")
    String ask(
            Actor actor,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        demandUnderstood(errors);
        var kind = form.kind();
        if (!errors.hasErrors()
                && !limits.admits(
                        AskingLimit.REQUESTS_OF_ONE_PERSON, actor.account().toString())) {
            errors.reject("privacy.ask.too-often");
        }
        if (errors.hasErrors() || kind == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return requests(actor, model, form, errors);
        }
        requests.ask(actor, kind, form.contact(), form.words());
        redirect.addFlashAttribute("flash", Flash.success("privacy.ask.done", Requests.TERM));
        return "redirect:/me/requests";
    }

    private String family(Actor actor, Model model, FamilyForm form, @Nullable BindingResult errors) {
        model.addAttribute("children", dependants.of(actor.account()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "me/family";
    }

    private String requests(Actor actor, Model model, AskForm form, @Nullable BindingResult errors) {
        model.addAttribute("requests", requests.of(actor.account()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "me/requests";
    }

    private Optional<YearMonth> birth(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(month -> Dependant.canBeEntered(month, LocalDate.now(clock)));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /** A choice that the page does not offer comes from no page of ours. */
    private static void demandUnderstood(BindingResult errors) {
        if (errors.getTarget() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
