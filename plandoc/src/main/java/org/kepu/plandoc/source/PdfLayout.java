package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;

/** Orders a page as it is read: lines and ruled tables from top to bottom. */
final class PdfLayout {
    private PdfLayout() {}

    static List<Piece> of(List<Glyph> glyphs, List<Rule> rules) {
        var grids = RuledGrid.among(rules);
        var free = new ArrayList<Glyph>();
        var held = new ArrayList<List<Glyph>>();
        grids.forEach(grid -> held.add(new ArrayList<>()));
        for (var glyph : glyphs) {
            int holder = holder(grids, glyph);
            (holder < 0 ? free : held.get(holder)).add(glyph);
        }
        var pieces = new ArrayList<Piece>();
        int next = 0;
        for (var placed : GlyphLines.of(free)) {
            for (; next < grids.size() && grids.get(next).top() < placed.y(); next++) {
                pieces.add(grids.get(next).fill(held.get(next)));
            }
            pieces.add(placed.line());
        }
        for (; next < grids.size(); next++) {
            pieces.add(grids.get(next).fill(held.get(next)));
        }
        return pieces;
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
