package org.kepu.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Fields one after the other, each with its length before it: no two different rows give the same bytes. */
final class Fields {

    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    Fields add(@Nullable Object field) {
        return field == null ? length(ABSENT) : add(field.toString().getBytes(StandardCharsets.UTF_8));
    }

    Fields add(byte[] field) {
        length(field.length);
        bytes.writeBytes(field);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Fields length(int length) {
        try {
            out.writeInt(length);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
