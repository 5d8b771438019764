package org.kepu.indicator.desk;

import org.kepu.indicator.figure.Figures;
import org.kepu.page.Page;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a figure's page together. */
@Component
class FigurePage {

    private final Asking asking;
    private final Explained explained;
    private final Figures figures;
    private final FigurePictures pictures;
    private final RegionsInReach regions;
    private final Windows windows;

    FigurePage(
            Asking asking,
            Explained explained,
            Figures figures,
            FigurePictures pictures,
            RegionsInReach regions,
            Windows windows) {
        this.asking = asking;
        this.explained = explained;
        this.figures = figures;
        this.pictures = pictures;
        this.regions = regions;
        this.windows = windows;
    }

    String show(Scope scope, String indicator, FigureAsked asked, Page page, Model model) {
        if (asked.region().isEmpty() && Asking.home(scope).isEmpty()) {
            var definition = asking.definition(indicator);
            model.addAttribute("line", new IndicatorLine(definition, explained.of(definition, page.locale())));
            return "indicator/nowhere";
        }
        var query = asking.figure(scope, indicator, asked);
        var figure = figures.read(scope, query.question());
        model.addAttribute(
                "view",
                new FigureView(
                        query,
                        figure,
                        explained.of(query.definition(), page.locale()),
                        windows.offered(query.definition().span()),
                        regions.of(scope, query.region()),
                        pictures.trend(scope, page, query),
                        pictures.tiles(scope, query, figure)));
        return "indicator/figure";
    }
}
