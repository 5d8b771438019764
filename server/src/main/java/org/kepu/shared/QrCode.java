package org.kepu.shared;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.BitSet;

/**
 * A picture that a telephone reads (二维码): squares, dark or not, with a margin of four around them.
 *
 * @param size the number of squares in a row, the margin included
 * @param dark row by row
 */
public record QrCode(int size, BitSet dark) {

    /** The picture of a text: an address, a code. */
    public static QrCode of(String text) {
        try {
            var squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            int size = squares.getWidth();
            var dark = new BitSet(size * size);
            for (int i = 0; i < size * size; i++) {
                dark.set(i, squares.get(i % size, i / size));
            }
            return new QrCode(size, dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException("not to be drawn", e);
        }
    }

    /** What the {@code d} of an SVG path holds, a unit for each square. */
    public String path() {
        return drawn("M%d %dh1v1h-1z");
    }

    /** All dark squares, each told by its column and row in the words of whoever draws. */
    public String drawn(String square) {
        var all = new StringBuilder();
        dark.stream().forEach(i -> all.append(square.formatted(i % size, i / size)));
        return all.toString();
    }
}
