package org.kepu.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A font program of the Compact Font Format (Adobe Technical Note 5176), keyed by CID, of only the signs that a document
 * uses. PDFBox makes such subsets of TrueType outlines only, and the free Chinese fonts come with the others.
 */
final class FontProgram {

    private static final int INTEGER = 29;
    private static final int FIRST_OWN_STRING = 391;

    private FontProgram() {}

    /**
     * @param outlines of the signs from CID 0, that of missing characters
     */
    static byte[] of(String name, List<byte[]> outlines) {
        var names = index(List.of(ascii(name)));
        var strings = index(List.of(ascii("Adobe"), ascii("Identity")));
        var subroutines = index(List.of());
        var charset = charset(outlines.size());
        var select = select(outlines.size());
        var signs = index(outlines);
        int fonts = index(List.of(font(0))).length;

        int start = 4 + names.length + index(List.of(top(0, 0, 0, 0, outlines.size()))).length;
        int charsetAt = start + strings.length + subroutines.length;
        int selectAt = charsetAt + charset.length;
        int signsAt = selectAt + select.length;
        int fontsAt = signsAt + signs.length;
        int privateAt = fontsAt + fonts;

        var all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {1, 0, 4, 4});
        all.writeBytes(names);
        all.writeBytes(index(List.of(top(charsetAt, selectAt, signsAt, fontsAt, outlines.size()))));
        all.writeBytes(strings);
        all.writeBytes(subroutines);
        all.writeBytes(charset);
        all.writeBytes(select);
        all.writeBytes(signs);
        all.writeBytes(index(List.of(font(privateAt))));
        all.writeBytes(widths());
        return all.toByteArray();
    }

    private static byte[] top(int charset, int select, int signs, int fonts, int count) {
        var top = new Dictionary();
        top.entry(new int[] {12, 30}, FIRST_OWN_STRING, FIRST_OWN_STRING + 1, 0);
        top.entry(new int[] {5}, -1000, -1000, 3000, 2000);
        top.entry(new int[] {12, 34}, count);
        top.entry(new int[] {15}, charset);
        top.entry(new int[] {12, 37}, select);
        top.entry(new int[] {17}, signs);
        top.entry(new int[] {12, 36}, fonts);
        return top.bytes();
    }

    private static byte[] font(int privateAt) {
        var font = new Dictionary();
        font.entry(new int[] {18}, widths().length, privateAt);
        return font.bytes();
    }

    /** Each outline says its own width. */
    private static byte[] widths() {
        var widths = new Dictionary();
        widths.entry(new int[] {20}, 0);
        widths.entry(new int[] {21}, 0);
        return widths.bytes();
    }

    /** One range: the CIDs from 1. */
    private static byte[] charset(int count) {
        int left = Math.max(count - 2, 0);
        return count < 2 ? new byte[] {0} : new byte[] {2, 0, 1, (byte) (left >> 8), (byte) left};
    }

    /** One range: all of the first and only font. */
    private static byte[] select(int count) {
        return new byte[] {3, 0, 1, 0, 0, 0, (byte) (count >> 8), (byte) count};
    }

    private static byte[] index(List<byte[]> items) {
        var all = new ByteArrayOutputStream();
        all.write(items.size() >> 8);
        all.write(items.size());
        if (items.isEmpty()) {
            return all.toByteArray();
        }
        all.write(4);
        int offset = 1;
        four(all, offset);
        for (var item : items) {
            offset += item.length;
            four(all, offset);
        }
        items.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static void four(ByteArrayOutputStream out, int value) {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Numbers always take five bytes, so that its length does not depend on them. */
    private static final class Dictionary {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void entry(int[] operator, int... values) {
            for (int value : values) {
                out.write(INTEGER);
                four(out, value);
            }
            for (int part : operator) {
                out.write(part);
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
