package org.kepu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What somebody typed as the name of an account: without the spaces around it, without regard to case. */
public record AccountName(String text) {

    public AccountName {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may be called so. */
    public boolean plain() {
        return text.matches("[^\\s\\p{Cntrl}]{1,64}");
    }

    static String digest(String subject) {
        try {
            var bytes = subject.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
