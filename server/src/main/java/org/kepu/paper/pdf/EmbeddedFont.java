package org.kepu.paper.pdf;

import java.awt.geom.GeneralPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A typeface within one document: the signs used get their codes one after the other, and only they go along. */
final class EmbeddedFont {

    private static final int CODES_AT_ONCE = 100;

    /** Of the sign for what no font has: an empty box. */
    private static final byte[] MISSING = Charstring.of(box(), 1, 1000);

    private final Typeface typeface;
    private final String key;
    private final COSDictionary dictionary = new COSDictionary();
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();
    private final List<Typeface.Glyph> glyphs = new ArrayList<>();

    /**
     * @param key what pages call it
     */
    EmbeddedFont(Typeface typeface, String key) {
        this.typeface = typeface;
        this.key = key;
        glyphs.add(new Typeface.Glyph(1000, MISSING));
    }

    String key() {
        return key;
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    /** The code by which the character is shown. */
    int code(int codePoint, Typeface.Glyph glyph) {
        return codes.computeIfAbsent(codePoint, fresh -> {
            glyphs.add(glyph);
            return glyphs.size() - 1;
        });
    }

    /** Once all is written: the outlines, the widths and the way back from codes to characters. */
    void finish(PDDocument document) throws IOException {
        var name = tag() + "+" + typeface.name();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setName(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        dictionary.setItem(COSName.TO_UNICODE, stream(document, ascii(toUnicode()), ""));
        var descendants = new COSArray();
        descendants.add(descendant(document, name));
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    }

    private COSDictionary descendant(PDDocument document, String name) throws IOException {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);

        var program = FontProgram.of(
                name, glyphs.stream().map(Typeface.Glyph::outline).toList());
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4);
        descriptor.setItem(COSName.FONT_BBOX, numbers(-1000, -1000, 3000, 2000));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 740);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE3, stream(document, program, "CIDFontType0C"));

        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.FONT_DESC, descriptor);
        font.setInt(COSName.DW, 1000);
        var advances = new COSArray();
        glyphs.forEach(glyph -> advances.add(COSInteger.get(glyph.advance())));
        var widths = new COSArray();
        widths.add(COSInteger.ZERO);
        widths.add(advances);
        font.setItem(COSName.W, widths);
        return font;
    }

    /** Six letters that stand for the choice of signs, as subsets are named. */
    private String tag() {
        int sum = codes.keySet().hashCode() & Integer.MAX_VALUE;
        var letters = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + sum % 26));
            sum /= 26;
        }
        return letters.toString();
    }

    private String toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var pairs = List.copyOf(codes.entrySet());
        for (int from = 0; from < pairs.size(); from += CODES_AT_ONCE) {
            var some = pairs.subList(from, Math.min(from + CODES_AT_ONCE, pairs.size()));
            map.append(some.size()).append(" beginbfchar\n");
            for (var pair : some) {
                map.append("<%04X> <".formatted(pair.getValue()));
                for (char unit : Character.toChars(pair.getKey())) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static PDStream stream(PDDocument document, byte[] bytes, String subtype) throws IOException {
        var stream = new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        if (!subtype.isEmpty()) {
            stream.getCOSObject().setName(COSName.SUBTYPE, subtype);
        }
        return stream;
    }

    private static COSArray numbers(int... values) {
        var array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The inner edge runs the other way round, so that it is a hole. */
    private static GeneralPath box() {
        var box = new GeneralPath();
        edge(box, 120, -40, 120, 720, 880, 720, 880, -40);
        edge(box, 170, 10, 830, 10, 830, 670, 170, 670);
        return box;
    }

    private static void edge(GeneralPath box, int... points) {
        box.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            box.lineTo(points[i], points[i + 1]);
        }
        box.closePath();
    }
}
