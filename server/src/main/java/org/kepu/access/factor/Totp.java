package org.kepu.access.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that an app makes of a secret and the time: RFC 6238 with SHA-1, 30 seconds, 6 digits, as every app knows it. */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final long STEP = Duration.ofSeconds(30).toSeconds();
    private static final int DRIFT = 1;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP);
    }

    /** The step to which the code belongs, if it is one of now, a step earlier or a step later. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        var middle = step(now);
        return LongStream.rangeClosed(middle - DRIFT, middle + DRIFT)
                .filter(step -> code(secret, step, 6).equals(code))
                .findFirst();
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return String.format("%0" + digits + "d", number % Math.powExact(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
