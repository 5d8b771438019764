package org.kepu.activity.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.template.KeepingTemplates;
import org.kepu.activity.template.KeepingTemplates.Kept;
import org.kepu.activity.template.Template;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Patterns of activities: keep one, write from it, share it with those below, let it go. */
@Controller
@RequestMapping("/desk/activities")
class TemplatePages {

    private static final int LONGEST_TITLE = 60;

    private final KeepingTemplates templates;
    private final Choices choices;

    TemplatePages(KeepingTemplates templates, Choices choices) {
        this.templates = templates;
        this.choices = choices;
    }

    @GetMapping("/templates")
    String list(@May(Right.RUN_ACTIVITIES) Scope scope, Model model) {
        model.addAttribute("lines", lines(templates.list(scope)));
        return "planning/templates";
    }

    private List<TemplateView> lines(List<Template> found) {
        var bodies = choices.bodies(
                found.stream().flatMap(one -> Stream.ofNullable(one.body())).toList());
        return found.stream()
                .map(one -> {
                    var body = one.body();
                    return new TemplateView(
                            one,
                            body == null
                                    ? choices.regionName(one.region())
                                    : bodies.stream()
                                            .filter(known -> known.id().equals(body))
                                            .map(known -> known.name())
                                            .findFirst()
                                            .orElse(""));
                })
                .toList();
    }

    /** @param keeper the code of a division, whose office keeps it, or the identity of a body */
    @PostMapping("/{id}/template")
    String keep(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @RequestParam Optional<UUID> key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String keeper,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes redirect) {
        var title = name.strip();
        var office = RegionCode.read(keeper).orElse(null);
        var body = office == null ? body(keeper).orElseThrow(NotFound::new) : null;
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            return back(id, title, Flash.warn("planning.wrong.template-title"), redirect);
        }
        return switch (templates.keep(scope, id, key.orElseGet(UUID::randomUUID), title, office, body, shared)) {
            case Kept.Done done -> {
                redirect.addFlashAttribute("flash", Flash.success("planning.template.kept", title));
                yield "redirect:/desk/activities/templates";
            }
            case Kept.Before before -> {
                redirect.addFlashAttribute("flash", Flash.warn("planning.template.kept.before"));
                yield "redirect:/desk/activities/templates";
            }
            case Kept.NameTaken taken -> back(id, title, Flash.warn("planning.wrong.template-taken", title), redirect);
        };
    }

    /** The name that was typed is there again. */
    private static String back(ActivityId id, String title, Flash why, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", why);
        redirect.addFlashAttribute("templateTitle", title);
        return "redirect:/desk/activities/" + id + "#template";
    }

    private static Optional<BodyId> body(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(UUID::fromString).map(BodyId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/templates/{template}/share")
    String share(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable UUID template,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes redirect) {
        templates.share(scope, template, shared);
        redirect.addFlashAttribute(
                "flash", Flash.success(shared ? "planning.template.shared" : "planning.template.unshared"));
        return "redirect:/desk/activities/templates";
    }

    @PostMapping("/templates/{template}/drop")
    String drop(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable UUID template, RedirectAttributes redirect) {
        templates.drop(scope, template);
        redirect.addFlashAttribute("flash", Flash.success("planning.template.dropped"));
        return "redirect:/desk/activities/templates";
    }
}
