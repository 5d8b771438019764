package org.kepu.paper.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Draws on one page. Points are counted from the upper left corner downwards, as one reads; PDF counts from the lower left.
 */
final class Ink {

    private static final int FULL = 1000;

    private final PDPage page;
    private final double height;
    private final StringBuilder drawn = new StringBuilder();
    private final Set<EmbeddedFont> fonts = new LinkedHashSet<>();

    Ink(PDPage page) {
        this.page = page;
        this.height = page.getMediaBox().getHeight();
    }

    PDPage page() {
        return page;
    }

    /**
     * Writes signs on a base line.
     *
     * @param spread room added after each sign but within words of letters, in points; may be negative
     */
    void text(List<Sign> signs, double x, double baseline, double size, double spread) {
        double at = x;
        for (int from = 0; from < signs.size(); ) {
            var font = signs.get(from).font();
            fonts.add(font);
            op("BT /" + font.key(), size, "Tf 1 0 0 1", at, height - baseline, "Tm [<");
            int i = from;
            for (; i < signs.size() && signs.get(i).font() == font; i++) {
                var sign = signs.get(i);
                hex(sign.code());
                boolean wide = spread != 0
                        && i + 1 < signs.size()
                        && !(sign.latin() && signs.get(i + 1).latin());
                if (wide) {
                    drawn.append('>');
                    number(-spread * FULL / size);
                    drawn.append('<');
                }
                at += sign.advance() * size / FULL + (wide ? spread : 0);
            }
            drawn.append(">] TJ ET\n");
            from = i;
        }
    }

    void colour(int rgb) {
        double red = (rgb >> 16 & 255) / 255.0;
        double green = (rgb >> 8 & 255) / 255.0;
        double blue = (rgb & 255) / 255.0;
        op("", red, green, blue, "rg", red, green, blue, "RG");
    }

    void line(double fromX, double fromY, double toX, double toY, double width) {
        op("", width, "w", fromX, height - fromY, "m", toX, height - toY, "l S");
    }

    void dashes(double on, double off) {
        op("[", on, off, "] 0 d");
    }

    void solid() {
        op("[] 0 d");
    }

    void box(double x, double y, double width, double tall) {
        op("", x, height - y - tall, width, tall, "re f");
    }

    /** Puts what was drawn on the page. */
    void dry(PDDocument document) throws IOException {
        var bytes = drawn.toString().getBytes(StandardCharsets.US_ASCII);
        page.setContents(new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
        var used = new COSDictionary();
        fonts.forEach(font -> used.setItem(COSName.getPDFName(font.key()), font.dictionary()));
        var resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, used);
        page.setResources(resources);
    }

    private void op(String first, Object... rest) {
        drawn.append(first);
        for (var part : rest) {
            drawn.append(' ');
            if (part instanceof Double value) {
                number(value);
            } else {
                drawn.append(part);
            }
        }
        drawn.append('\n');
    }

    private void number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            drawn.append('-');
            hundredths = -hundredths;
        }
        drawn.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) {
            drawn.append('.').append(rest / 10).append(rest % 10);
        }
    }

    private void hex(int code) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            drawn.append(Character.forDigit(code >> shift & 15, 16));
        }
    }
}
