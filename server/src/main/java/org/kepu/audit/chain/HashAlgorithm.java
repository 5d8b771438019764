package org.kepu.audit.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.util.function.SingletonSupplier;

/** The hashes a link may be made with, 32 bytes each. Each link names its own, so the setting may change any day. */
public enum HashAlgorithm {
    SHA_256("SHA-256"),
    /** GB/T 32905. */
    SM3("SM3");

    private static final Supplier<Provider> NATIONAL = SingletonSupplier.of(BouncyCastleProvider::new);

    private final String word;

    HashAlgorithm(String word) {
        this.word = word;
    }

    /** As it stands in the link. */
    public String word() {
        return word;
    }

    static Optional<HashAlgorithm> read(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word.equals(word))
                .findFirst();
    }

    MessageDigest digest() {
        try {
            return this == SM3 ? MessageDigest.getInstance(word, NATIONAL.get()) : MessageDigest.getInstance(word);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
