package org.kepu.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts personal values field by field, and makes keyed hashes of them by which they are found again. A sealed text
 * names its key and its cipher ({@code 1f2e3d4c.aes-gcm.…}), so that keys and cipher can change while old values are
 * still read.
 */
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final VaultCipher cipher;
    private final Algorithms algorithms;
    private final SecureRandom chance;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    Vault(Keys keys, VaultCipher cipher, Algorithms algorithms, SecureRandom chance) {
        this.keys = keys;
        this.cipher = cipher;
        this.algorithms = algorithms;
        this.chance = chance;
    }

    /**
     * The vault of an installation for the command line, without a running program: keys from {@code KEPU_KEYS}, or from
     * the file of {@code KEPU_KEYS_FILE}, which is {@code keys} below {@code KEPU_HOME} unless it is named.
     *
     * @throws KeyProblem if there are none, or they cannot be read
     */
    public static Vault of(Map<String, String> environment, Clock clock) {
        var given = environment.getOrDefault("KEPU_KEYS", "");
        var file = KeyFile.of(environment);
        if (given.isBlank() && !file.exists()) {
            throw new KeyProblem("没有找到密钥文件 " + file.path() + "。请确认 KEPU_HOME 或 KEPU_KEYS_FILE。");
        }
        return new Vault(
                given.isBlank() ? Keys.in(file, clock) : Keys.given(KeyRing.parse(given), clock),
                VaultCipher.AES_GCM,
                new Algorithms(""),
                new SecureRandom());
    }

    /** The value as it may lie in the database. What is sealed for one field does not open for another. */
    public String seal(String field, String plain) {
        var key = keys.sealing();
        var nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        var crypted = crypt(Cipher.ENCRYPT_MODE, cipher, key, field, nonce, plain.getBytes(StandardCharsets.UTF_8));
        var text = ByteBuffer.allocate(nonce.length + crypted.length).put(nonce).put(crypted);
        return prefix(key) + Base64.getUrlEncoder().withoutPadding().encodeToString(text.array());
    }

    /**
     * The value again.
     *
     * @throws IllegalArgumentException if the text was not sealed here for this field, or was changed
     * @throws KeyProblem if its key is not in the ring
     */
    public String open(String field, String sealed) {
        var parts = sealed.split("\\.", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a sealed text");
        }
        var with = VaultCipher.read(parts[1]).orElseThrow(() -> new IllegalArgumentException("not a sealed text"));
        var key = keys.sealKey(parts[0]).orElseThrow(() -> new KeyProblem("密钥环里没有密钥 " + parts[0] + "，用它加密的内容打不开。"));
        var text = Base64.getUrlDecoder().decode(parts[2]);
        if (text.length < NONCE_BYTES) {
            throw new IllegalArgumentException("not a sealed text");
        }
        var nonce = Arrays.copyOf(text, NONCE_BYTES);
        var rest = Arrays.copyOfRange(text, NONCE_BYTES, text.length);
        var plain = crypt(Cipher.DECRYPT_MODE, with, key, field, nonce, rest);
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** A keyed hash of the value: equal for equal values of one field, and telling nothing without the key. */
    public String fingerprint(String field, String plain) {
        return HexFormat.of()
                .formatHex(hash(
                        keys.ring().fingerprint(), "fingerprint/" + field, plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** A code of 32 bytes that only this installation can make of the content. It outlives the rotation of keys. */
    public byte[] mac(String purpose, byte[] content) {
        return hash(keys.ring().mac(), "mac/" + purpose, content);
    }

    /** How a text begins that was sealed with today's key and cipher. */
    String currentPrefix() {
        return prefix(keys.sealing());
    }

    private String prefix(RingKey key) {
        return key.id() + "." + cipher.word() + ".";
    }

    private byte[] hash(RingKey key, String purpose, byte[] content) {
        try {
            var mac = algorithms.mac(key.use().algorithm());
            mac.init(derived(key, key.use().algorithm(), purpose, 32));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, VaultCipher with, RingKey key, String field, byte[] nonce, byte[] text) {
        try {
            var crypting = algorithms.cipher(with);
            crypting.init(mode, sealKey(key, with), new GCMParameterSpec(TAG_BITS, nonce));
            crypting.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            return crypting.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("not sealed here for " + field + ", or changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Key sealKey(RingKey key, VaultCipher with) {
        return derived(key, with.algorithm(), "seal/" + with.word(), with.keyBytes());
    }

    private SecretKey derived(RingKey key, String algorithm, String purpose, int bytes) {
        return derived.computeIfAbsent(key.id() + " " + purpose, name -> key.derive(algorithm, purpose, bytes));
    }
}
