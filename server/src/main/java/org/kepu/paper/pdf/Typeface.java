package org.kepu.paper.pdf;

import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font file, TrueType or OpenType, alone or in a collection. What has been asked for once is remembered, a few hundred
 * bytes a character; the file itself is tens of megabytes.
 */
final class Typeface {

    private static final int EM = 1000;

    /** Letters, digits, marks and the 3,755 characters of the first level of GB 2312. */
    private static final String COMMON = common();

    private final Path file;
    private final String inner;
    private final Map<Integer, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();

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
        if (!glyphs.containsKey(codePoint)) {
            learn(Set.of(codePoint));
        }
        return glyphs.getOrDefault(codePoint, Optional.empty());
    }

    /**
     * Reads the signs of characters that nobody has asked for yet, in one go, because opening the file takes a second and
     * tens of megabytes. The first time it takes the common ones along.
     */
    synchronized void learn(Set<Integer> characters) {
        var fresh = new TreeSet<>(characters);
        if (glyphs.isEmpty()) {
            COMMON.codePoints().forEach(fresh::add);
        }
        fresh.removeAll(glyphs.keySet());
        if (fresh.isEmpty()) {
            return;
        }
        try (var font = open()) {
            for (var codePoint : fresh) {
                glyphs.put(codePoint, read(font, codePoint));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Optional<Glyph> read(TrueTypeFont font, int codePoint) throws IOException {
        int number = font.getUnicodeCmapLookup().getGlyphId(codePoint);
        if (number == 0) {
            return Optional.empty();
        }
        double scale = (double) EM / font.getUnitsPerEm();
        int advance = (int) Math.round(font.getAdvanceWidth(number) * scale);
        return Optional.of(new Glyph(advance, Charstring.of(path(font, number), scale, advance)));
    }

    private static @Nullable GeneralPath path(TrueTypeFont font, int number) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            var outlines = open.getCFF().getFont();
            int name = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(number) : number;
            return outlines.getType2CharString(name).getPath();
        }
        var glyph = font.getGlyph().getGlyph(number);
        return glyph == null ? null : glyph.getPath();
    }

    private TrueTypeFont open() throws IOException {
        var data = inner.isBlank()
                ? new RandomAccessReadBufferedFile(file)
                : new RandomAccessReadBuffer(CollectionFace.read(file, inner));
        return hasPostScriptOutlines(data) ? new OTFParser().parse(data) : new TTFParser().parse(data);
    }

    private static boolean hasPostScriptOutlines(RandomAccessRead data) throws IOException {
        boolean open = data.read() == 'O';
        data.rewind(1);
        return open;
    }

    private static String common() {
        var bytes = new ByteArrayOutputStream();
        for (int row = 0xA1; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                bytes.write(row);
                bytes.write(cell);
            }
        }
        var all = new StringBuilder(bytes.toString(Charset.forName("GB2312")).replace("\uFFFD", ""));
        for (char sign = ' '; sign < 0x7F; sign++) {
            all.append(sign);
        }
        return all.toString();
    }
}
