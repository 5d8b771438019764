package org.kepu.people.expert;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
import org.kepu.people.tour.Tours;
import org.kepu.shared.BodyId;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of experts on the desk. */
@Controller
@RequestMapping("/desk/experts")
class ExpertPages {

    private final Experts experts;
    private final ExpertView view;
    private final Fields fields;
    private final ServiceChoices choices;
    private final Tours tours;

    ExpertPages(Experts experts, ExpertView view, Fields fields, ServiceChoices choices, Tours tours) {
        this.experts = experts;
        this.view = view;
        this.fields = fields;
        this.choices = choices;
        this.tours = tours;
    }

    @GetMapping
    String list(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID tour,
            @RequestParam(defaultValue = "") String banner,
            Model model) {
        var found = experts.all(scope, field.strip(), words.strip());
        var visit = tour == null ? null : visit(scope, tour, banner);
        model.addAttribute("experts", visit == null ? found : visit.among(found, scope.day()));
        model.addAttribute("visit", visit);
        model.addAttribute("field", field);
        model.addAttribute("words", words);
        model.addAttribute("fields", fields);
        model.addAttribute("choices", choices);
        model.addAttribute("today", scope.day());
        return "people/experts";
    }

    private Visit visit(Scope scope, UUID tour, String banner) {
        var of = tours.find(scope, tour).orElseThrow(NotFound::new);
        return RegionCode.read(banner)
                .flatMap(code -> tours.stop(scope, tour, code))
                .map(stop -> new Visit(of, stop))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/new")
    String blank(@May(Right.KEEP_EXPERTS) Scope scope, Model model) {
        return form(scope, null, ExpertForm.blank(scope.day()), null, null, model);
    }

    @PostMapping("/new")
    String enter(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @ModelAttribute("form") ExpertForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(fields, errors);
        if (!errors.hasErrors()) {
            var kept = experts.enter(scope, form);
            if (kept instanceof Experts.Kept.Done(var id)) {
                redirect.addFlashAttribute("flash", Flash.success("people.expert.kept"));
                return "redirect:/desk/experts/" + id;
            }
            reject(kept, errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, null, form, errors, null, model);
    }

    @GetMapping("/{expert}")
    String show(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID expert, Model model) {
        return view.one(scope, expert, null, model);
    }

    @GetMapping("/{expert}/edit")
    String edit(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID expert, Model model) {
        var found = found(scope, expert);
        return form(scope, found, ExpertForm.of(found), null, null, model);
    }

    @PostMapping("/{expert}/edit")
    String change(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @ModelAttribute("form") ExpertForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        form.checkRest(fields, found.published(), errors);
        if (!errors.hasErrors()) {
            var kept = experts.change(scope, expert, form);
            if (kept instanceof Experts.Kept.Done) {
                redirect.addFlashAttribute("flash", Flash.success("people.expert.kept"));
                return "redirect:" + found.path();
            }
            reject(kept, errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(scope, found, form, errors, null, model);
    }

    @PostMapping("/{expert}/leave")
    String leave(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        return Typed.because(
                "leave",
                "reason",
                reason,
                response,
                typed -> form(scope, found, ExpertForm.of(found), null, typed, model),
                why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    experts.leave(scope, expert, why), "people.expert.gone", "people.wrong.overtaken"));
                    return "redirect:" + found.path();
                });
    }

    @PostMapping("/{expert}/return")
    String comeBack(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        return Typed.because(
                "return", "reason", reason, response, typed -> view.one(scope, expert, typed, model), why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    experts.comeBack(scope, expert, why),
                                    "people.expert.back",
                                    "people.wrong.overtaken"));
                    return "redirect:" + found.path();
                });
    }

    @PostMapping("/{expert}/recusals")
    String recuse(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID expert,
            @RequestParam UUID body,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var found = found(scope, expert);
        var wrong = Reason.fault(reason);
        if (wrong.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var typed = new Typed(
                    "recusal",
                    Map.of("body", body.toString(), "reason", reason),
                    Map.of("reason", wrong.get().messageKey()));
            return view.one(scope, expert, typed, model);
        }
        experts.recuse(scope, expert, new BodyId(body), new Reason(reason));
        redirect.addFlashAttribute("flash", Flash.success("people.recusal.kept"));
        return "redirect:" + found.path();
    }

    private Expert found(Scope scope, UUID expert) {
        return experts.find(scope, expert).orElseThrow(NotFound::new);
    }

    private static void reject(Experts.Kept kept, Errors errors) {
        switch (kept) {
            case Experts.Kept.Done done -> throw new IllegalStateException("it was kept");
            case Experts.Kept.Already already -> errors.rejectValue("phone", "people.wrong.expert-already");
            case Experts.Kept.OtherName other -> errors.rejectValue("name", "people.wrong.other-name");
            case Experts.Kept.OutOfReach out -> errors.rejectValue("region", "people.wrong.reach");
            case Experts.Kept.Overtaken overtaken -> errors.reject("people.wrong.overtaken");
        }
    }

    private String form(
            Scope scope,
            @Nullable Expert expert,
            ExpertForm form,
            @Nullable Errors errors,
            @Nullable Typed typed,
            Model model) {
        model.addAttribute("expert", expert);
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("fields", fields);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "people/expertform";
    }
}
