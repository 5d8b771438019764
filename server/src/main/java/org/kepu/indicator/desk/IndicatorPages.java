package org.kepu.indicator.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figures;
import org.kepu.page.Attachment;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The indicators on the desk: the list, and the figure of each as a page and as a sheet. */
@Controller
@RequestMapping("/desk/indicators")
class IndicatorPages {

    private final Definitions definitions;
    private final Explained explained;
    private final Asking asking;
    private final FigurePage figures;
    private final FigureSheet sheet;
    private final Figures reading;
    private final Clock clock;

    IndicatorPages(
            Definitions definitions,
            Explained explained,
            Asking asking,
            FigurePage figures,
            FigureSheet sheet,
            Figures reading,
            Clock clock) {
        this.definitions = definitions;
        this.explained = explained;
        this.asking = asking;
        this.figures = figures;
        this.sheet = sheet;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @May(Right.READ_FIGURES) Scope scope,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute("page") Page page,
            Model model) {
        var words = q.strip();
        var lines = definitions.on(LocalDate.now(clock)).stream()
                .map(definition -> new IndicatorLine(definition, explained.of(definition, page.locale())))
                .toList();
        model.addAttribute("q", words);
        model.addAttribute("all", lines.size());
        model.addAttribute(
                "lines", lines.stream().filter(line -> fits(line, words)).toList());
        return "indicator/list";
    }

    private static boolean fits(IndicatorLine line, String words) {
        var definition = line.definition();
        return words.isEmpty()
                || List.of(definition.name(), line.sentence(), definition.id()).stream()
                        .anyMatch(text -> text.contains(words));
    }

    @GetMapping("/{indicator}")
    String figure(
            @May(Right.READ_FIGURES) Scope scope,
            Desk desk,
            @PathVariable String indicator,
            FigureAsked asked,
            @ModelAttribute("page") Page page,
            Model model) {
        return figures.show(desk, indicator, asked, page, model);
    }

    @GetMapping("/{indicator}/figure.csv")
    ResponseEntity<byte[]> sheet(
            @May(Right.READ_FIGURES) Scope scope,
            @PathVariable String indicator,
            FigureAsked asked,
            @ModelAttribute("page") Page page) {
        var query = asking.figure(scope, indicator, asked);
        var definition = query.definition();
        var figure = query.read(reading, scope);
        return Attachment.CSV
                .named(definition.name())
                .body(sheet.of(page, query, figure, explained.of(definition, page.locale())));
    }
}
