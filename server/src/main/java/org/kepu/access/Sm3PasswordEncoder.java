package org.kepu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/** Passwords by PBKDF2 with HMAC-SM3 (GM/T 0091-2020, GB/T 32905): {@code rounds$salt$hash}. */
final class Sm3PasswordEncoder extends AbstractValidatingPasswordEncoder {

    /** About a quarter of a second on a small server. */
    static final int ROUNDS = 200_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final RandomGenerator chance;

    Sm3PasswordEncoder(RandomGenerator chance) {
        this.chance = chance;
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        var salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        var base64 = Base64.getEncoder();
        return ROUNDS + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash(password, salt, ROUNDS));
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        var parts = encoded.split("\\$");
        if (parts.length != 3) {
            return false;
        }
        var base64 = Base64.getDecoder();
        return MessageDigest.isEqual(
                base64.decode(parts[2]), hash(password, base64.decode(parts[1]), Integer.parseInt(parts[0])));
    }

    @Override
    protected boolean upgradeEncodingNonNull(String encoded) {
        return !encoded.startsWith(ROUNDS + "$");
    }

    static byte[] hash(String password, byte[] salt, int rounds) {
        var generator = new PKCS5S2ParametersGenerator(new SM3Digest());
        generator.init(password.getBytes(StandardCharsets.UTF_8), salt, rounds);
        return ((KeyParameter) generator.generateDerivedMacParameters(HASH_BITS)).getKey();
    }
}
