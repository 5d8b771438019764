package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A table made of lines that cross each other. */
final class RuledGrid {
    private static final int COLUMNS = 60;
    private static final int ROWS = 400;

    private final List<Rule> rules;
    private final float[] xs;
    private final float[] ys;

    private RuledGrid(List<Rule> rules) {
        this.rules = rules;
        this.xs = edges(rules, false);
        this.ys = edges(rules, true);
    }

    /** The tables that the lines of a page form, from top to bottom. */
    static List<RuledGrid> among(Collection<Rule> drawn) {
        var grids = new ArrayList<RuledGrid>();
        var left = new ArrayList<>(drawn);
        while (!left.isEmpty()) {
            var grid = new RuledGrid(connected(left));
            if (grid.xs.length > 2 && grid.ys.length > 1 && grid.xs.length <= COLUMNS && grid.ys.length <= ROWS) {
                grids.add(grid);
            }
        }
        grids.sort((a, b) -> Float.compare(a.ys[0], b.ys[0]));
        return grids;
    }

    /** Takes one line and all that hang together with it out of the given ones. */
    private static List<Rule> connected(List<Rule> left) {
        var found = new ArrayList<Rule>();
        found.add(left.removeLast());
        for (int i = 0; i < found.size(); i++) {
            var rule = found.get(i);
            for (var others = left.iterator(); others.hasNext(); ) {
                var other = others.next();
                if (rule.crosses(other) || continues(rule, other)) {
                    found.add(other);
                    others.remove();
                }
            }
        }
        return found;
    }

    private static boolean continues(Rule rule, Rule other) {
        return rule.horizontal() == other.horizontal()
                && Math.abs(rule.at() - other.at()) < Rule.SAME
                && other.from() <= rule.to() + Rule.SAME
                && other.to() >= rule.from() - Rule.SAME;
    }

    private static float[] edges(List<Rule> rules, boolean horizontal) {
        var seen = new TreeSet<Float>();
        for (var rule : rules) {
            if (rule.horizontal() == horizontal
                    && seen.subSet(rule.at() - Rule.SAME, true, rule.at() + Rule.SAME, true)
                            .isEmpty()) {
                seen.add(rule.at());
            }
        }
        var edges = new float[seen.size()];
        int i = 0;
        for (float edge : seen) {
            edges[i++] = edge;
        }
        return edges;
    }

    float top() {
        return ys[0];
    }

    int columns() {
        return xs.length - 1;
    }

    boolean holds(Glyph glyph) {
        return glyph.middleX() > xs[0]
                && glyph.middleX() < xs[xs.length - 1]
                && glyph.middleY() > ys[0]
                && glyph.middleY() < ys[ys.length - 1];
    }

    Piece.Grid fill(List<Glyph> glyphs) {
        var owner = new int[ys.length - 1][xs.length - 1];
        var content = new ArrayList<List<Glyph>>();
        for (int r = 0; r < owner.length; r++) {
            for (int c = 0; c < owner[r].length; c++) {
                if (owner[r][c] == 0) {
                    content.add(new ArrayList<>());
                    claim(owner, r, c, content.size());
                }
            }
        }
        for (var glyph : glyphs) {
            int r = between(ys, glyph.middleY());
            int c = between(xs, glyph.middleX());
            content.get(owner[r][c] - 1).add(glyph);
        }
        return new Piece.Grid(rows(owner, content));
    }

    private static int between(float[] edges, float at) {
        int i = 0;
        while (i < edges.length - 2 && at > edges[i + 1]) {
            i++;
        }
        return i;
    }

    /** Gives the cell all places to the right and below that no line parts from it. */
    private void claim(int[][] owner, int row, int column, int name) {
        int right = column;
        while (right + 1 < xs.length - 1
                && owner[row][right + 1] == 0
                && !isRuled(false, xs[right + 1], ys[row], ys[row + 1])) {
            right++;
        }
        int below = row;
        while (below + 1 < ys.length - 1 && !isRuled(true, ys[below + 1], xs[column], xs[right + 1])) {
            below++;
        }
        for (int r = row; r <= below; r++) {
            for (int c = column; c <= right; c++) {
                owner[r][c] = name;
            }
        }
    }

    private boolean isRuled(boolean horizontal, float at, float from, float to) {
        float covered = 0;
        for (var rule : rules) {
            if (rule.horizontal() == horizontal && Math.abs(rule.at() - at) <= Rule.SAME) {
                covered += rule.covers(from, to);
            }
        }
        return covered > (to - from) / 2;
    }

    private static List<List<Piece.Place>> rows(int[][] owner, List<List<Glyph>> content) {
        var rows = new ArrayList<List<Piece.Place>>();
        var seen = new boolean[content.size() + 1];
        for (var owners : owner) {
            var row = new ArrayList<Piece.Place>();
            for (int c = 0; c < owners.length; c++) {
                row.add(seen[owners[c]] ? Piece.Place.covered(c) : place(c, content.get(owners[c] - 1)));
                seen[owners[c]] = true;
            }
            rows.add(row);
        }
        return rows;
    }

    private static Piece.Place place(int column, List<Glyph> glyphs) {
        return new Piece.Place(
                column,
                false,
                GlyphLines.of(glyphs).stream()
                        .<Piece>map(GlyphLines.Placed::line)
                        .toList());
    }
}
