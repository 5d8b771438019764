package org.kepu.access.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Base32;
import org.kepu.shared.QrCode;

/**
 * What an app needs to know to make codes for an account: shown once, as a picture and as text.
 *
 * @param secret the secret in base 32, as people type it
 */
public record CodeApp(String secret) {

    static CodeApp of(byte[] secret) {
        return new CodeApp(Base32.toBase32String(secret));
    }

    byte[] bytes() {
        return Base32.decode(secret);
    }

    /** In groups of four, as one reads it out. */
    public String spelled() {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The picture for the app's camera. */
    public QrCode picture(String site, String account) {
        return QrCode.of("otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(site), encoded(account), secret, encoded(site)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "CodeApp";
    }
}
