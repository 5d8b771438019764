package org.kepu.indicator.desk;

import java.util.List;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Issuing;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Statements;
import org.kepu.page.Page;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a figure's page together. */
@Component
class FigurePage {

    private final Asking asking;
    private final Explained explained;
    private final Figures figures;
    private final FigurePictures pictures;
    private final RegionsInReach choices;
    private final Regions regions;
    private final Statements statements;
    private final Issuing issuing;
    private final Windows windows;

    FigurePage(
            Asking asking,
            Explained explained,
            Figures figures,
            FigurePictures pictures,
            RegionsInReach choices,
            Regions regions,
            Statements statements,
            Issuing issuing,
            Windows windows) {
        this.asking = asking;
        this.explained = explained;
        this.figures = figures;
        this.pictures = pictures;
        this.choices = choices;
        this.regions = regions;
        this.statements = statements;
        this.issuing = issuing;
        this.windows = windows;
    }

    /** As the reader of the desk may see it; what was typed into its forms stays. */
    String show(Desk desk, String indicator, FigureAsked asked, Page page, Model model) {
        var scope = desk.scope(Right.READ_FIGURES);
        var definition = asking.definition(indicator);
        if (asked.region().isEmpty() && Asking.home(scope).isEmpty()) {
            model.addAttribute("line", new IndicatorLine(definition, explained.of(definition, page.locale())));
            return "indicator/nowhere";
        }
        boolean unread = asked.isOverOwnWindow()
                && windows.read(definition.span(), asked.window(), asked.from(), asked.to())
                        .isEmpty();
        var query = asking.figure(scope, indicator, unread ? asked.overUsualWindow() : asked);
        var figure = query.read(figures, scope);
        model.addAttribute(
                "view",
                new FigureView(
                        query,
                        unread,
                        figure,
                        explained.of(query.definition(), page.locale()),
                        windows.offered(query.definition().span()),
                        choices.of(scope, query.region()),
                        pictures.trend(scope, page, query),
                        pictures.tiles(scope, query, figure),
                        query.definition().method() instanceof Method.Stated
                                ? statements.told(
                                        scope, indicator, query.region().code())
                                : List.of(),
                        issuing.of(scope, indicator, query.region().code()),
                        regions.reaches(
                                desk.scope(Right.KEEP_INDICATORS),
                                query.region().code())));
        if (!model.containsAttribute("statement")) {
            model.addAttribute("statement", StatementForm.BLANK);
        }
        return "indicator/figure";
    }
}
