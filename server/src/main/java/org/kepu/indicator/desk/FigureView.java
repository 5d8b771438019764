package org.kepu.indicator.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Issuing;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Statements;

/**
 * A figure's page.
 *
 * @param unread whether a window was typed that is none, so that the usual one is shown
 * @param sentence how it is counted
 * @param windows to choose from
 * @param regions to choose from
 * @param trend the last windows of the same sort, the earliest first
 * @param tiles the leagues, where there are any
 * @param statements what was stated of the division
 * @param issued the documents that used the figure of the division
 * @param keeps whether the reader may state values and issue figures of the division
 */
public record FigureView(
        FigureQuery query,
        boolean unread,
        Figure figure,
        String sentence,
        List<WindowChoice> windows,
        List<RegionGroup> regions,
        Chart trend,
        List<Tile> tiles,
        List<Statements.Told> statements,
        List<Issuing.Beside> issued,
        boolean keeps) {

    public FigureView {
        windows = List.copyOf(windows);
        regions = List.copyOf(regions);
        tiles = List.copyOf(tiles);
        statements = List.copyOf(statements);
        issued = List.copyOf(issued);
    }

    public Definition definition() {
        return query.definition();
    }

    /** How it can be broken down. */
    public List<Breakdown> breakdowns() {
        return java.util.Arrays.stream(Breakdown.values())
                .filter(by -> Figures.allows(definition().method(), by))
                .toList();
    }

    public boolean creditsOrganisers() {
        return Figures.creditsOrganisers(definition().method());
    }

    public boolean isStated() {
        return definition().method() instanceof Method.Stated;
    }

    /** Whether it is a status that is won, or not. */
    public boolean isStatus() {
        return origin() == Method.Origin.STATUS;
    }

    /** Who states it, where it is stated. */
    public Method.@Nullable Origin origin() {
        return definition().method() instanceof Method.Stated(var origin) ? origin : null;
    }

    public boolean canShowMonths() {
        return definition().method() instanceof Method.Sum;
    }
}
