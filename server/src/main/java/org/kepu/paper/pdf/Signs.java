package org.kepu.paper.pdf;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kepu.paper.setting.Block;
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

    /** Has the fonts ready for all that will be said, each file opened once at most. */
    void prepare(List<Block> blocks) {
        var said = new EnumMap<Face, Set<Integer>>(Face.class);
        for (var block : blocks) {
            Said.in(
                    block,
                    (face, words) ->
                            words.codePoints().forEach(said.computeIfAbsent(face, first -> new HashSet<>())::add));
        }
        said.forEach((face, characters) -> {
            Set<Integer> missing = characters;
            for (var typeface : fonts.of(face)) {
                typeface.learn(missing);
                missing = missing.stream()
                        .filter(character -> typeface.glyph(character).isEmpty())
                        .collect(toSet());
                if (missing.isEmpty()) {
                    return;
                }
            }
        });
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
