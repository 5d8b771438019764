package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;

/** Orders a page as it is read: lines and ruled tables from top to bottom. */
final class PdfLayout {
    private PdfLayout() {}

    static List<Printed> of(List<Glyph> glyphs, List<Rule> rules) {
        var grids = RuledGrid.among(rules);
        var free = new ArrayList<Glyph>();
        var held = new ArrayList<List<Glyph>>();
        grids.forEach(grid -> held.add(new ArrayList<>()));
        for (var glyph : glyphs) {
            int holder = holder(grids, glyph);
            (holder < 0 ? free : held.get(holder)).add(glyph);
        }
        var lines = GlyphLines.of(free);
        var margins = Margins.of(lines);
        var page = new ArrayList<Printed>();
        int next = 0;
        for (var placed : lines) {
            for (; next < grids.size() && grids.get(next).top() < placed.y(); next++) {
                page.add(Printed.table(grids.get(next).fill(held.get(next))));
            }
            page.add(margins.printed(placed));
        }
        for (; next < grids.size(); next++) {
            page.add(Printed.table(grids.get(next).fill(held.get(next))));
        }
        return page;
    }

    private static int holder(List<RuledGrid> grids, Glyph glyph) {
        for (int i = 0; i < grids.size(); i++) {
            if (grids.get(i).holds(glyph)) {
                return i;
            }
        }
        return -1;
    }
}
