package org.kepu.region;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.view.ChangeForm;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DataIntegrityViolationException;
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

/** Enters what an authority has decided of one division: one form for each sort of decision. */
@Controller
@RequestMapping("/desk/regions/{code}/changes")
class ChangePages {

    private static final int LONGEST_NAME = 60;

    private final Regions regions;
    private final RegionChanges changes;
    private final ChangeChoices choices;

    ChangePages(Regions regions, RegionChanges changes, ChangeChoices choices) {
        this.regions = regions;
        this.changes = changes;
        this.choices = choices;
    }

    @GetMapping
    String form(
            @May(Right.KEEP_REGIONS) Scope scope,
            @PathVariable String code,
            @RequestParam(defaultValue = "RENAME") Change kind,
            Model model) {
        return show(scope, ours(scope, code), kind, ChangeForm.blank(), model);
    }

    @PostMapping("/{kind}")
    String change(
            @May(Right.KEEP_REGIONS) Scope scope,
            @PathVariable String code,
            @PathVariable Change kind,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var region = ours(scope, code);
        check(scope, region, kind, form, errors);
        if (!errors.hasErrors()) {
            enter(scope, region, kind, form, errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return show(scope, region, kind, form, model);
        }
        redirect.addFlashAttribute("flash", Flash.success("region.change.done", region.name()));
        return "redirect:/desk/regions/" + region.code();
    }

    /** All that is wrong is told at once. */
    private void check(Scope scope, Region region, Change kind, ChangeForm form, BindingResult errors) {
        var since = form.since();
        if (since != null && !since.isAfter(region.since())) {
            errors.rejectValue("since", "region.change.since.early");
        }
        switch (kind) {
            case RENAME -> checkName(form, errors);
            case MOVE, MERGE -> {
                if (choices.targets(scope, region, kind).stream()
                        .noneMatch(one -> one.code().value().equals(form.targetText()))) {
                    errors.rejectValue("target", "region.change.target.none");
                }
            }
            case SPLIT -> {
                checkName(form, errors);
                var part = RegionCode.read(form.partText());
                if (part.filter(fresh -> fresh.level() == region.level()
                                && regions.find(fresh).isEmpty())
                        .isEmpty()) {
                    errors.rejectValue("part", "region.change.part.wrong");
                }
                var below = new HashSet<>(regions.childrenOf(region.code()).stream()
                        .map(child -> child.code().value())
                        .toList());
                if (form.goingTexts().isEmpty() || !below.containsAll(form.goingTexts())) {
                    errors.rejectValue("going", "region.change.going.none");
                }
            }
        }
    }

    private static void checkName(ChangeForm form, BindingResult errors) {
        var name = form.nameText();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("name", "region.change.name.wrong");
        }
    }

    private void enter(Scope scope, Region region, Change kind, ChangeForm form, BindingResult errors) {
        var since = form.since();
        if (since == null) {
            return;
        }
        var edition = new Edition(since, form.basisText());
        try {
            switch (kind) {
                case RENAME -> changes.rename(scope, region.code(), form.nameText(), edition);
                case MOVE -> changes.move(scope, region.code(), new RegionCode(form.targetText()), edition);
                case MERGE -> changes.merge(scope, region.code(), new RegionCode(form.targetText()), edition);
                case SPLIT ->
                    changes.splitOff(
                            scope,
                            region.code(),
                            RegionCode.read(form.partText()).orElseThrow(),
                            form.nameText(),
                            form.goingTexts().stream().map(RegionCode::new).toList(),
                            edition);
            }
        } catch (DataIntegrityViolationException contradicted) {
            errors.reject("region.change.contradicted");
        }
    }

    private String show(Scope scope, Region region, Change kind, ChangeForm form, Model model) {
        model.addAttribute("region", region);
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("targets", choices.targets(scope, region, kind));
        model.addAttribute("children", kind == Change.SPLIT ? regions.childrenOf(region.code()) : List.of());
        return "region/change";
    }

    /** A division that lasts, below the topmost. */
    private Region ours(Scope scope, String code) {
        return RegionCode.read(code)
                .filter(read -> regions.reaches(scope, read))
                .flatMap(regions::find)
                .filter(region -> region.until() == null && region.parent() != null)
                .orElseThrow(NotFound::new);
    }
}
