package org.kepu.paper.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kepu.paper.setting.Blocks;
import org.kepu.paper.setting.Face;

/** The signs of one document: characters in the faces that it uses, each from the first font that has it. */
final class Signs {

    private static final int MISSING = 0;
    private static final int FULL = 1000;

    private final Fonts fonts;
    private final Map<Typeface, EmbeddedFont> embedded = new LinkedHashMap<>();

    Signs(Fonts fonts) {
        this.fonts = fonts;
    }

    List<Sign> of(Face face, String words) {
        var signs = new ArrayList<Sign>(words.length());
        var chain = fonts.of(face);
        Blocks.clean(words).codePoints().forEach(sign -> signs.add(sign(chain, sign)));
        return signs;
    }

    private Sign sign(List<Typeface> chain, int codePoint) {
        for (var typeface : chain) {
            var glyph = typeface.glyph(codePoint);
            if (glyph.isPresent()) {
                var font = embedded(typeface);
                return new Sign(
                        font,
                        font.code(codePoint, glyph.get()),
                        codePoint,
                        glyph.get().advance());
            }
        }
        return new Sign(embedded(chain.getFirst()), MISSING, codePoint, FULL);
    }

    private EmbeddedFont embedded(Typeface typeface) {
        return embedded.computeIfAbsent(typeface, fresh -> new EmbeddedFont(fresh, "F" + embedded.size()));
    }

    /** Once all is written. */
    void finish(PDDocument document) throws IOException {
        for (var font : embedded.values()) {
            font.finish(document);
        }
    }

    static double width(List<Sign> signs, double size) {
        return signs.stream().mapToInt(Sign::advance).sum() * size / FULL;
    }
}
