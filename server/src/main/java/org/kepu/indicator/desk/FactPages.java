package org.kepu.indicator.desk;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.indicator.FactOrigin;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Terms;
import org.kepu.indicator.figure.FactLines;
import org.kepu.indicator.figure.FactLines.Line;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The facts on the desk: those that a figure is made of, and each by itself. */
@Controller
class FactPages {

    private static final int ROWS = 50;
    private static final Pattern AFTER = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private final Asking asking;
    private final FactLines facts;
    private final Regions regions;
    private final Terms terms;
    private final Bodies bodies;
    private final Plans plans;
    private final List<FactOrigin> origins;

    FactPages(
            Asking asking,
            FactLines facts,
            Regions regions,
            Terms terms,
            Bodies bodies,
            Plans plans,
            List<FactOrigin> origins) {
        this.asking = asking;
        this.facts = facts;
        this.regions = regions;
        this.terms = terms;
        this.bodies = bodies;
        this.plans = plans;
        this.origins = List.copyOf(origins);
    }

    @GetMapping("/desk/indicators/{indicator}/facts")
    String list(
            @May(Right.READ_FIGURES) Scope scope,
            @PathVariable String indicator,
            FigureAsked asked,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var query = asking.figure(scope, indicator, asked);
        var method = query.definition().method();
        var window = query.window().window();
        var base = FactsOf.base(method, window);
        boolean ofBase = of.equals("base") && base.isPresent();
        var wanted = (ofBase ? base : FactsOf.counted(method, window)).orElseThrow(NotFound::new);
        var begin = after(after);
        var lines = facts.page(
                scope, wanted.selection(), query.region().code(), wanted.window(), query.on(), begin, ROWS + 1);
        var shown = lines.stream().limit(ROWS).toList();
        var here = query.facts() + (ofBase ? "&of=base" : "");
        var last = lines.size() > ROWS ? shown.getLast() : null;
        model.addAttribute(
                "view",
                new FactsView(
                        query,
                        shown,
                        regions.all(shown.stream().map(Line::region).toList()),
                        kinds(),
                        ofBase,
                        base.isPresent(),
                        begin == null,
                        last == null ? null : here + "&after=" + last.day() + "_" + last.id()));
        return "indicator/facts";
    }

    private static FactLines.@Nullable After after(String text) {
        var matcher = AFTER.matcher(text);
        try {
            return matcher.matches()
                    ? new FactLines.After(LocalDate.parse(matcher.group(1)), Long.parseLong(matcher.group(2)))
                    : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    @GetMapping("/desk/facts/{id}")
    String fact(@May(Right.READ_FIGURES) Scope scope, @PathVariable String id, Model model) {
        var line = number(id).flatMap(number -> facts.find(scope, number)).orElseThrow(NotFound::new);
        var origin = origins.stream()
                .filter(one -> one.source().equals(line.source().name()))
                .findFirst();
        model.addAttribute(
                "view",
                new FactView(
                        line,
                        kinds().get(line.kind()),
                        regions.pathTo(line.region()),
                        List.copyOf(bodies.all(line.organisers()).values()),
                        line.measures().stream()
                                .flatMap(measure -> served(measure).stream())
                                .toList(),
                        facts.history(scope, line),
                        origin.map(FactOrigin::messageKey).orElse(null),
                        origin.flatMap(one -> one.address(scope, line.source().id()))
                                .orElse(null)));
        return "indicator/fact";
    }

    private Optional<FactView.ServedMeasure> served(UUID id) {
        var measure = new MeasureId(id);
        return plans.of(measure)
                .flatMap(plan -> plans.structure(plan.id())
                        .measures()
                        .filter(one -> one.id().equals(measure))
                        .map(PlanStructure.Measure::title)
                        .map(title -> new FactView.ServedMeasure(measure.toString(), title, plan.title()))
                        .findFirst());
    }

    private Map<String, Kind> kinds() {
        return terms.kinds().stream().collect(toMap(Kind::code, Function.identity()));
    }

    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
