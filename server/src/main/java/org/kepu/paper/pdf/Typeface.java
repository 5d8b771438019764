package org.kepu.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font file, TrueType or OpenType, alone or in a collection. What has been asked for once is remembered, a few hundred
 * bytes a character; the file itself, tens of megabytes, only while there is room.
 */
final class Typeface {

    private static final int EM = 1000;

    private final Path file;
    private final String inner;
    private final Map<Integer, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();
    private SoftReference<@Nullable TrueTypeFont> opened = new SoftReference<>(null);

    /**
     * @param inner the PostScript name within a collection; empty for a file of one font
     */
    Typeface(Path file, String inner) {
        this.file = file;
        this.inner = inner;
    }

    /**
     * @param advance how far it goes, in thousandths of its size
     * @param outline as a charstring of Type 2
     */
    record Glyph(int advance, byte[] outline) {}

    /** The sign for a character; nothing if the font has none. */
    Optional<Glyph> glyph(int codePoint) {
        var known = glyphs.get(codePoint);
        if (known == null) {
            known = read(codePoint);
            glyphs.put(codePoint, known);
        }
        return known;
    }

    /** As it is called within a PDF. */
    String name() {
        return (inner.isBlank() ? file.getFileName().toString().replaceAll("\\.\\w+$", "") : inner)
                .replaceAll("[^A-Za-z0-9_-]", "");
    }

    @Override
    public String toString() {
        return file + (inner.isBlank() ? "" : "#" + inner);
    }

    private synchronized Optional<Glyph> read(int codePoint) {
        try {
            var font = font();
            int number = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            if (number == 0) {
                return Optional.empty();
            }
            double scale = (double) EM / font.getUnitsPerEm();
            int advance = (int) Math.round(font.getAdvanceWidth(number) * scale);
            return Optional.of(new Glyph(advance, Charstring.of(path(font, number), scale, advance)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.awt.geom.@Nullable GeneralPath path(TrueTypeFont font, int number) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            var outlines = open.getCFF().getFont();
            int name = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(number) : number;
            return outlines.getType2CharString(name).getPath();
        }
        var glyph = font.getGlyph().getGlyph(number);
        return glyph == null ? null : glyph.getPath();
    }

    private TrueTypeFont font() throws IOException {
        var font = opened.get();
        if (font == null) {
            font = open();
            opened = new SoftReference<>(font);
        }
        return font;
    }

    private TrueTypeFont open() throws IOException {
        if (!inner.isBlank()) {
            var font = new TrueTypeCollection(file.toFile()).getFontByName(inner);
            if (font == null) {
                throw new NoFont("字体文件 %s 里没有名为 %s 的字体。".formatted(file, inner));
            }
            return font;
        }
        var data = new RandomAccessReadBufferedFile(file);
        return file.toString().endsWith(".otf") ? new OTFParser().parse(data) : new TTFParser().parse(data);
    }
}
