package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets the characters of a page, or of one cell, into lines from top to bottom. */
final class GlyphLines {
    /** Baselines of one line differ by less than this part of the character size. */
    private static final float LEVEL = 0.45f;

    /** A line with its left and right end and its baseline. */
    record Placed(Piece.Line line, float left, float right, float y, float size) {}

    private GlyphLines() {}

    static List<Placed> of(List<Glyph> glyphs) {
        var byHeight = new ArrayList<>(glyphs);
        byHeight.sort(Comparator.comparingDouble(Glyph::y));
        var lines = new ArrayList<Placed>();
        var line = new ArrayList<Glyph>();
        for (var glyph : byHeight) {
            if (!line.isEmpty()
                    && glyph.y() - line.getLast().y()
                            > LEVEL * Math.min(glyph.size(), line.getLast().size())) {
                place(line, lines);
                line.clear();
            }
            line.add(glyph);
        }
        place(line, lines);
        return lines;
    }

    private static void place(List<Glyph> line, List<Placed> lines) {
        var words = new StringBuilder();
        boolean isBold = true;
        var fromLeft = new ArrayList<>(line);
        fromLeft.removeIf(glyph -> glyph.characters().isBlank() && glyph.width() == 0);
        fromLeft.sort(Comparator.comparingDouble(Glyph::x));
        Glyph before = null;
        for (var glyph : fromLeft) {
            if (before != null && isShadow(before, glyph)) {
                continue;
            }
            if (before != null && isApart(before, glyph)) {
                words.append(' ');
            }
            words.append(glyph.characters());
            isBold &= glyph.bold() || glyph.characters().isBlank();
            before = glyph;
        }
        var text = Characters.visible(words.toString()).strip();
        if (!text.isEmpty()) {
            var first = fromLeft.getFirst();
            lines.add(new Placed(
                    new Piece.Line(text, isBold, 0),
                    first.x(),
                    fromLeft.getLast().right(),
                    line.getFirst().y(),
                    first.size()));
        }
    }

    /** Some programs print a character twice, a little apart, to make it bold. */
    private static boolean isShadow(Glyph before, Glyph glyph) {
        return before.characters().equals(glyph.characters())
                && Math.abs(glyph.x() - before.x()) < 0.25f * Math.max(glyph.width(), 1);
    }

    private static boolean isApart(Glyph before, Glyph glyph) {
        float gap = glyph.x() - before.right();
        boolean latin = before.characters().charAt(before.characters().length() - 1) < 0x80
                && glyph.characters().charAt(0) < 0x80;
        return gap > glyph.size() * (latin ? 0.2f : 0.8f)
                && !before.characters().isBlank()
                && !glyph.characters().isBlank();
    }
}
