package org.kepu.access.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A picture that a telephone reads, as the path of an SVG: each dark square is a unit wide.
 *
 * @param size the number of squares in a row, the quiet margin included
 * @param path what the {@code d} of an SVG path holds
 */
public record QrCode(int size, String path) {

    static QrCode of(String text) {
        try {
            var squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            return new QrCode(squares.getWidth(), path(squares));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not to be drawn", e);
        }
    }

    private static String path(BitMatrix squares) {
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
