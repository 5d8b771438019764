package org.kepu.indicator.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, one at a time and none longer than a fact may be. Blank ones are not told of. */
final class Lines {

    /** The most bytes of one fact. */
    static final int LONGEST = 64 * 1024;

    private final InputStream stream;
    private int number;
    private boolean over;

    Lines(InputStream stream) {
        this.stream = new BufferedInputStream(stream);
    }

    /** @param cut whether it was longer than a fact may be */
    record Line(int number, byte[] text, boolean cut) {}

    Optional<Line> next() throws IOException {
        while (!over) {
            var line = read();
            if (line.cut() || !new String(line.text(), java.nio.charset.StandardCharsets.US_ASCII).isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Line read() throws IOException {
        var text = new ByteArrayOutputStream(512);
        boolean cut = false;
        int sign = stream.read();
        while (sign >= 0 && sign != '\n') {
            if (text.size() < LONGEST) {
                text.write(sign);
            } else {
                cut = true;
            }
            sign = stream.read();
        }
        over = sign < 0;
        return new Line(++number, cut ? new byte[0] : text.toByteArray(), cut);
    }
}
