package org.kepu.indicator.desk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Window;
import org.kepu.page.Page;
import org.kepu.region.Regions;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** What is drawn of a figure: its way so far, and the leagues as tiles. */
@Component
class FigurePictures {

    private static final int WINDOWS = 5;
    private static final int MONTHS = 12;

    private final Figures figures;
    private final Regions regions;

    FigurePictures(Figures figures, Regions regions) {
        this.figures = figures;
        this.regions = regions;
    }

    /** The last five windows of the sort, or the twelve months up to the end of the window. */
    Chart trend(Scope scope, Page page, FigureQuery query) {
        return Chart.of(query.months() ? months(scope, page, query) : windows(scope, page, query));
    }

    private List<Chart.Point> windows(Scope scope, Page page, FigureQuery query) {
        var points = new ArrayList<Chart.Point>();
        var window = query.window();
        for (int i = 0; i < WINDOWS; i++) {
            var asked = query.over(window, Breakdown.NONE);
            points.addFirst(new Chart.Point(
                    name(page, window), figures.read(scope, asked.question()).value()));
            window = window.before();
        }
        return points;
    }

    private static String name(Page page, WindowChoice window) {
        return switch (window.kind()) {
            case TODAY -> page.say("indicator.trend.today");
            case OWN -> page.say("indicator.trend.own");
            case YEAR, AUTUMN, SPRING, PERIOD, YEAR_END -> window.words(page);
        };
    }

    private List<Chart.Point> months(Scope scope, Page page, FigureQuery query) {
        var last = YearMonth.from(query.window().window().to());
        var first = last.minusMonths(MONTHS - 1);
        var year = query.over(WindowChoice.own(new Window(first.atDay(1), last.atEndOfMonth())), Breakdown.MONTH);
        var parts = figures.read(scope, year.question()).parts();
        var points = new ArrayList<Chart.Point>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var key = month.toString();
            points.add(new Chart.Point(
                    page.say("indicator.trend.month", String.valueOf(month.getMonthValue())),
                    parts.stream()
                            .filter(part -> part.key().startsWith(key))
                            .map(Figure.Part::value)
                            .findFirst()
                            .orElse(java.math.BigDecimal.ZERO)));
        }
        return points;
    }

    /** The leagues below a division that has some. */
    List<Tile> tiles(Scope scope, FigureQuery query, Figure figure) {
        if (query.region().level() != RegionLevel.AUTONOMOUS_REGION
                || regions.childrenOf(query.region().code()).stream()
                        .noneMatch(region -> region.level() == RegionLevel.LEAGUE)) {
            return List.of();
        }
        var parts = query.by() == Breakdown.REGION
                ? figure.parts()
                : figures.read(scope, query.question(Breakdown.REGION)).parts();
        return Tile.of(parts);
    }
}
