package org.kepu.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the ring: 256 bits of chance. Its id is computed from it, so that no other key can pass under its name.
 *
 * @param from from when it is used; a moment to come leaves time to bring the file to the other machines
 */
record RingKey(KeyUse use, Instant from, String id, SecretKey material) {

    private static final int BYTES = 32;

    static RingKey of(KeyUse use, Instant from, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new KeyProblem("密钥应为 %d 字节，这一把是 %d 字节。".formatted(BYTES, bytes.length));
        }
        var material = new SecretKeySpec(bytes, "Generic");
        var id = HexFormat.of().formatHex(derived(material, "id", 4).getEncoded());
        return new RingKey(use, from, id, material);
    }

    static RingKey random(KeyUse use, Instant from, RandomGenerator chance) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return of(use, from.truncatedTo(ChronoUnit.SECONDS), bytes);
    }

    /** The key for one purpose, from which neither this one nor that of another purpose can be computed (RFC 5869). */
    SecretKey derive(String algorithm, String purpose, int bytes) {
        return new SecretKeySpec(derived(material, purpose, bytes).getEncoded(), algorithm);
    }

    private static SecretKey derived(SecretKey material, String purpose, int bytes) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(material)
                    .thenExpand(("kepu/" + purpose).getBytes(StandardCharsets.UTF_8), bytes);
            return KDF.getInstance("HKDF-SHA256").deriveKey("Generic", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line in the file. */
    String line() {
        return use.word() + " " + from + " " + Base64.getEncoder().encodeToString(material.getEncoded());
    }

    @Override
    public String toString() {
        return "RingKey[" + use.word() + " " + id + "]";
    }
}
