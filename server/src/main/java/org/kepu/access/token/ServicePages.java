package org.kepu.access.token;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.AccountName;
import org.kepu.access.Place;
import org.kepu.access.people.Places;
import org.kepu.page.Flash;
import org.kepu.shared.May;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of other systems and their tokens. */
@Controller
@RequestMapping("/desk/people/services")
class ServicePages {

    private static final String SERVICE = "redirect:/desk/people/services/";

    private final MakingTokens making;
    private final Places places;

    ServicePages(MakingTokens making, Places places) {
        this.making = making;
        this.places = places;
    }

    @GetMapping
    String list(@May(Right.GRANT) Scope scope, Model model) {
        model.addAttribute("lines", making.list(scope));
        return "access/services";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("asked") ServiceForm asked, @May(Right.GRANT) Scope scope, Model model) {
        return show(asked, scope, model);
    }

    @PostMapping("/new")
    String open(
            @Valid @ModelAttribute("form") ServiceForm form,
            BindingResult errors,
            @May(Right.GRANT) Scope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var home = places.of(form.place()).filter(place -> place.kind() != Place.Kind.PLAN);
        if (!errors.hasFieldErrors("place") && home.isEmpty()) {
            errors.rejectValue("place", "access.service.place.missing");
        }
        if (!errors.hasFieldErrors("name") && !new AccountName(form.name()).plain()) {
            errors.rejectValue("name", Made.Why.NAME_NOT_PLAIN.messageKey());
        }
        if (!errors.hasErrors() && home.isPresent()) {
            var account = making.open(scope, form.name(), form.displayName(), home.get());
            if (account.isPresent()) {
                redirect.addFlashAttribute("flash", Flash.success("access.service.opened"));
                return SERVICE + account.get();
            }
            errors.rejectValue("name", Made.Why.NAME_TAKEN.messageKey());
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return show(form, scope, model);
    }

    @GetMapping("/{id}")
    String service(@PathVariable UUID id, @May(Right.GRANT) Scope scope, Model model) {
        return show(id, scope, model);
    }

    private String show(UUID id, Scope scope, Model model) {
        model.addAttribute("service", making.service(scope, id));
        model.addAttribute("tokens", making.tokens(scope, id));
        model.addAttribute("usual", MakingTokens.USUAL_DAYS);
        model.addAttribute("next", UUID.randomUUID());
        return "access/service";
    }

    /** The token stands in the answer itself, once: what waits for another page is kept in the database. */
    @PostMapping("/{id}/tokens")
    String make(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID token,
            @RequestParam(defaultValue = "") String days,
            @May(Right.GRANT) Scope scope,
            Model model,
            RedirectAttributes redirect) {
        var wanted = days.strip().matches("\\d{1,4}") ? Integer.parseInt(days.strip()) : 0;
        return switch (making.make(scope, id, token == null ? UUID.randomUUID() : token, wanted)) {
            case Made.Token made -> {
                model.addAttribute("made", made.token());
                yield show(id, scope, model);
            }
            case Made.Refused refused -> {
                redirect.addFlashAttribute(
                        "flash", Flash.warn(refused.why().getFirst().messageKey()));
                yield SERVICE + id;
            }
        };
    }

    @PostMapping("/{id}/tokens/{token}/revoke")
    String revoke(
            @PathVariable UUID id,
            @PathVariable UUID token,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.of(making.revoke(scope, id, token), "access.token.revoked", "access.token.revoked-already"));
        return SERVICE + id;
    }

    private String show(ServiceForm form, Scope scope, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("places", places.homesOffered(form.q(), form.place(), scope));
        return "access/service-new";
    }
}
