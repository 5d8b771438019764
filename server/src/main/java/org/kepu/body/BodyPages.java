package org.kepu.body;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.body.view.BodyForm;
import org.kepu.body.view.BodyLine;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The bodies on the desk: list, search, enter, rename. */
@Controller
@RequestMapping("/desk/bodies")
class BodyPages {

    private static final int ROWS = 50;

    private final Bodies bodies;
    private final KeepingBodies keeping;
    private final Regions regions;
    private final RegionChoices choices;

    BodyPages(Bodies bodies, KeepingBodies keeping, Regions regions, RegionChoices choices) {
        this.bodies = bodies;
        this.keeping = keeping;
        this.regions = regions;
        this.choices = choices;
    }

    @GetMapping
    String list(
            @May(Right.DESK) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable BodyKind kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var chosen = RegionCode.read(region).orElse(null);
        var number = Math.max(1, page);
        var listing = bodies.list(new Bodies.Search(chosen, kind, q), number, ROWS);
        var here = UriComponentsBuilder.fromPath("/desk/bodies")
                .queryParam("region", region)
                .queryParam("q", q)
                .queryParam("kind", kind == null ? "" : kind.name())
                .encode()
                .build()
                .toUriString();
        model.addAttribute("lines", lines(listing.bodies()));
        model.addAttribute("pager", new Pager(here, number, ROWS, listing.total()));
        model.addAttribute("choices", choices.with(chosen));
        model.addAttribute("region", region);
        model.addAttribute("q", q);
        model.addAttribute("kind", kind == null ? "" : kind.name());
        return "body/list";
    }

    private List<BodyLine> lines(List<Body> found) {
        Map<RegionCode, String> names = found.stream()
                .map(Body::region)
                .distinct()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> regions.find(code).map(Region::name).orElse(code.value())));
        return found.stream()
                .map(body -> new BodyLine(body, names.getOrDefault(body.region(), "")))
                .toList();
    }

    @GetMapping("/new")
    String blank(@May(Right.KEEP_BODIES) Scope scope, @RequestParam(defaultValue = "") String region, Model model) {
        return form(new BodyForm(region, "", null, ""), model);
    }

    @PostMapping("/new")
    String enter(
            @May(Right.KEEP_BODIES) Scope scope,
            @Valid @ModelAttribute("form") BodyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var region = RegionCode.read(form.regionText())
                .filter(code -> regions.reaches(scope, code))
                .flatMap(regions::find);
        if (!errors.hasFieldErrors("region") && region.isEmpty()) {
            errors.rejectValue("region", "body.region.unknown");
        }
        if (errors.hasErrors() || region.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return form(form, model);
        }
        var kind = form.kind() == null ? BodyKind.guess(form.nameText()) : form.kind();
        var body = keeping.register(scope, region.get().code(), form.nameText(), kind);
        redirect.addFlashAttribute("flash", Flash.success("body.entered", body.name()));
        return "redirect:/desk/bodies/" + body.id();
    }

    private String form(BodyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "choices", choices.with(RegionCode.read(form.regionText()).orElse(null)));
        return "body/new";
    }

    @GetMapping("/{id}")
    String body(@May(Right.DESK) Scope scope, Desk desk, @PathVariable BodyId id, Model model) {
        var body = bodies.find(id).orElseThrow(NotFound::new);
        model.addAttribute("keeps", regions.reaches(desk.scope(Right.KEEP_BODIES), body.region()));
        return show(body, new BodyForm(body.region().value(), body.name(), body.kind(), ""), model);
    }

    @PostMapping("/{id}")
    String change(
            @May(Right.KEEP_BODIES) Scope scope,
            @PathVariable BodyId id,
            @Valid @ModelAttribute("form") BodyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var body = bodies.find(id)
                .filter(one -> regions.reaches(scope, one.region()))
                .orElseThrow(NotFound::new);
        var kind = form.kind() == null ? body.kind() : form.kind();
        if (!form.aliasText().isEmpty()
                && (form.aliasText().length() < 2 || form.aliasText().length() > 100)) {
            errors.rejectValue("alias", "Size.form.name");
        }
        if (!errors.hasErrors() && !keeping.rename(scope, id, form.nameText(), kind)) {
            errors.rejectValue("name", "body.name.taken");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            model.addAttribute("keeps", true);
            return show(body, form, model);
        }
        if (!form.aliasText().isEmpty() && !form.aliasText().equals(form.nameText())) {
            keeping.alsoCalled(scope, id, form.aliasText());
        }
        redirect.addFlashAttribute("flash", Flash.success("body.changed", form.nameText()));
        return "redirect:/desk/bodies/" + id;
    }

    private String show(Body body, BodyForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("region", regions.get(body.region()));
        model.addAttribute("aliases", bodies.aliases(body.id()));
        model.addAttribute("form", form);
        return "body/body";
    }
}
