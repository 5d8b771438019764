package org.kepu.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/** Encrypts personal values field by field, and makes keyed hashes of them by which they are found again. */
@Service
public class Vault {

    private final byte[] key = new byte[32];
    private final SecureRandom chance = new SecureRandom();

    Vault() {
        chance.nextBytes(key);
    }

    /** The value as it may lie in the database. What is sealed for one field does not open for another. */
    public String seal(String field, String plain) {
        try {
            var nonce = new byte[12];
            chance.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            var encoder = Base64.getEncoder();
            return encoder.encodeToString(nonce) + ":"
                    + encoder.encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value again. */
    public String open(String field, String sealed) {
        try {
            var parts = sealed.split(":", 2);
            var decoder = Base64.getDecoder();
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, decoder.decode(parts[0])));
            cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(decoder.decode(parts[1])), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyed hash of the value: equal for equal values of one field, and telling nothing without the key. */
    public String fingerprint(String field, String plain) {
        return HexFormat.of().formatHex(mac(field, plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** A code that only this installation can make of the content. */
    public byte[] mac(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
