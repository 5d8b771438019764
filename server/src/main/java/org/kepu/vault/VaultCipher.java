package org.kepu.vault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How values are encrypted. Both are authenticated (GCM, 96-bit nonce, 128-bit tag). SM4 is GB/T 32907-2016, which an
 * assessment of commercial cryptography (商用密码管理条例 第三十八条) may ask for.
 */
enum VaultCipher {
    AES_GCM("AES", 32),
    SM4_GCM("SM4", 16);

    private final String algorithm;
    private final int keyBytes;

    VaultCipher(String algorithm, int keyBytes) {
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
    }

    String algorithm() {
        return algorithm;
    }

    String transformation() {
        return algorithm + "/GCM/NoPadding";
    }

    int keyBytes() {
        return keyBytes;
    }

    /** Whether it is one of the national algorithms, so that hashes go with it. */
    boolean isNational() {
        return this == SM4_GCM;
    }

    /** The word in settings and sealed texts: {@code aes-gcm}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<VaultCipher> read(String word) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.word().equals(word))
                .findFirst();
    }
}
