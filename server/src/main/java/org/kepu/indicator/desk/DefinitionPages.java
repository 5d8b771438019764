package org.kepu.indicator.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Terms;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.DefinitionJson;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Window;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Definitions on the desk: how an indicator is counted, to read, to try on what was recorded, and to change. */
@Controller
@RequestMapping("/desk/indicators")
class DefinitionPages {

    private static final String TRY = "try";

    private final Definitions definitions;
    private final DefinitionJson json;
    private final ReadDefinition reading;
    private final Explained explained;
    private final Figures figures;
    private final Asking asking;
    private final Windows windows;
    private final Regions regions;
    private final Terms terms;

    DefinitionPages(
            Definitions definitions,
            DefinitionJson json,
            ReadDefinition reading,
            Explained explained,
            Figures figures,
            Asking asking,
            Windows windows,
            Regions regions,
            Terms terms) {
        this.definitions = definitions;
        this.json = json;
        this.reading = reading;
        this.explained = explained;
        this.figures = figures;
        this.asking = asking;
        this.windows = windows;
        this.regions = regions;
        this.terms = terms;
    }

    @GetMapping("/{indicator}/definition")
    String definition(
            @May(Right.READ_FIGURES) Scope scope,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "") String type,
            @ModelAttribute("page") Page page,
            Model model) {
        var now = asking.definition(indicator);
        var window = windows.usual(now.span()).window();
        var form = DefinitionForm.of(
                now, type, today(), window.from().toString(), window.to().toString());
        return show(now, form, null, page, model);
    }

    @GetMapping(path = "/{indicator}/definition.json")
    ResponseEntity<byte[]> json(@May(Right.READ_FIGURES) Scope scope, @PathVariable String indicator) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.write(asking.definition(indicator)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/new")
    String blank(
            @May(Right.KEEP_INDICATORS) Scope scope,
            @RequestParam(defaultValue = "") String type,
            @ModelAttribute("page") Page page,
            Model model) {
        var window = windows.usual(Definition.Span.YEAR).window();
        var form = DefinitionForm.blank(
                type, today(), window.from().toString(), window.to().toString());
        return show(null, form, null, page, model);
    }

    @PostMapping("/new")
    String add(
            @May(Right.KEEP_INDICATORS) Scope scope,
            Desk desk,
            @RequestParam String act,
            @ModelAttribute("form") DefinitionForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!definitions.versions(form.id()).isEmpty()) {
            errors.rejectValue("id", "indicator.form.wrong.taken");
        }
        return take(scope, desk, null, act, form, errors, page, model, response, redirect);
    }

    @PostMapping("/{indicator}/definition")
    String change(
            @May(Right.KEEP_INDICATORS) Scope scope,
            Desk desk,
            @PathVariable String indicator,
            @RequestParam String act,
            @ModelAttribute("form") DefinitionForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var now = asking.definition(indicator);
        return take(scope, desk, now, act, form, errors, page, model, response, redirect);
    }

    private String take(
            Scope scope,
            Desk desk,
            @Nullable Definition now,
            String act,
            DefinitionForm form,
            BindingResult errors,
            Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var read = reading.read(now == null ? form.id() : now.id(), form, page, errors);
        var since = ReadDefinition.day(form.since());
        if (read.isEmpty() || since == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return show(now, form, null, page, model);
        }
        var definition = read.get();
        if (act.equals(TRY)) {
            return show(now, form, trial(desk.scope(Right.READ_FIGURES), definition, form, page), page, model);
        }
        return switch (definitions.keep(scope, definition, since)) {
            case Definitions.Kept.Done done -> {
                redirect.addFlashAttribute("flash", Flash.success("indicator.form.kept", definition.name()));
                yield "redirect:/desk/indicators/" + definition.id() + "/definition";
            }
            case Definitions.Kept.Refused refused ->
                throw new IllegalStateException("faults were looked for before: " + refused.faults());
        };
    }

    private DefinitionView.Trial trial(Scope scope, Definition definition, DefinitionForm form, Page page) {
        var sentence = explained.of(definition, page.locale());
        var from = ReadDefinition.day(form.from());
        var to = ReadDefinition.day(form.to());
        var window = from == null || to == null || to.isBefore(from)
                ? windows.usual(definition.span()).window()
                : new Window(from, to);
        var home = Asking.home(scope);
        return new DefinitionView.Trial(
                sentence,
                home.flatMap(regions::find).map(Region::name).orElse(""),
                home.map(region -> figures.read(
                                scope, new Figures.Question(definition, region, window, Breakdown.NONE, null)))
                        .orElse(null));
    }

    private String show(
            @Nullable Definition now,
            DefinitionForm form,
            DefinitionView.@Nullable Trial tried,
            Page page,
            Model model) {
        var versions = Optional.ofNullable(now)
                .map(one -> definitions.versions(one.id()))
                .orElse(List.of());
        model.addAttribute(
                "view",
                new DefinitionView(
                        now,
                        now == null ? "" : explained.of(now, page.locale()),
                        versions.stream()
                                .map(version -> new DefinitionView.Version(
                                        version, explained.of(version.definition(), page.locale())))
                                .toList(),
                        form,
                        page.may(Right.KEEP_INDICATORS),
                        terms.kinds(),
                        terms.audiences().stream()
                                .filter(term -> !term.code().isEmpty())
                                .toList(),
                        terms.places().stream()
                                .filter(term -> !term.code().isEmpty())
                                .toList(),
                        tried));
        return "indicator/definition";
    }

    private String today() {
        return windows.today().toString();
    }
}
