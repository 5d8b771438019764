package org.kepu.vault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key of the ring is for. One key serves one use; the keys that do the work are derived from it. */
enum KeyUse {
    /** Encrypting values. There may be several: the newest seals, the others still open. */
    SEAL("HKDF"),
    /** Keyed hashes by which encrypted values are found again. */
    FINGERPRINT("HmacSHA256"),
    FINGERPRINT_SM3("HmacSM3"),
    /** Codes that only this installation can make. */
    MAC("HmacSHA256"),
    MAC_SM3("HmacSM3");

    private final String algorithm;

    KeyUse(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }

    boolean findsAgain() {
        return this == FINGERPRINT || this == FINGERPRINT_SM3;
    }

    boolean authenticates() {
        return this == MAC || this == MAC_SM3;
    }

    /** The word in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<KeyUse> read(String word) {
        return Arrays.stream(values()).filter(use -> use.word().equals(word)).findFirst();
    }
}
