package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordHashTest extends RunningSite {

    private static final String PASSWORD = "a sentence to remember";

    @Autowired
    private JdbcClient database;

    @AfterEach
    void asBefore() {
        database.sql("delete from access.account where name = 'hashed'").update();
    }

    @Test
    void the_hash_function_is_that_of_the_standard() {
        var digest = new SM3Digest();
        digest.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        // GB/T 32905-2016, example 1
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void the_derivation_agrees_with_another_reading_of_the_standard() throws Exception {
        var salt = "a salt of sixteen".getBytes(StandardCharsets.US_ASCII);
        var other = SecretKeyFactory.getInstance("PBKDF2WITHHMACSM3", new BouncyCastleProvider())
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, 1000, 256))
                .getEncoded();
        assertThat(Sm3PasswordEncoder.hash(PASSWORD, salt, 1000)).isEqualTo(other);
    }

    @Test
    void either_way_is_verified_and_the_configured_one_is_kept() {
        var chance = new SecureRandom();
        var argon2 = new Passwords().passwordEncoder("argon2", chance);
        var sm3 = new Passwords().passwordEncoder("sm3", chance);
        var byArgon2 = argon2.encode(PASSWORD);
        var bySm3 = sm3.encode(PASSWORD);

        assertThat(byArgon2).startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(bySm3).startsWith("{sm3}200000$").doesNotContain(PASSWORD);
        assertThat(sm3.matches(PASSWORD, byArgon2)).isTrue();
        assertThat(argon2.matches(PASSWORD, bySm3)).isTrue();
        assertThat(argon2.matches(PASSWORD + "x", bySm3)).isFalse();
        assertThat(sm3.upgradeEncoding(byArgon2)).isTrue();
        assertThat(argon2.upgradeEncoding(bySm3)).isTrue();
        assertThat(sm3.upgradeEncoding(bySm3)).isFalse();
        assertThat(argon2.upgradeEncoding(byArgon2)).isFalse();
    }

    @Test
    void sign_in_turns_an_old_hash_into_the_configured_one() {
        var old = new Passwords().passwordEncoder("sm3", new SecureRandom()).encode(PASSWORD);
        database.sql("""
                insert into access.account (name, display_name, password_hash, created_at)
                values ('hashed', '其木格', :hash, now())""").param("hash", old).update();
        for (int i = 0; i < 2; i++) {
            var visitor = visitor();
            visitor.get("/sign-in");
            assertThat(visitor.post("/sign-in", "name", "hashed", "password", PASSWORD)
                            .location())
                    .isEqualTo("/desk");
        }
        assertThat(database.sql("select password_hash from access.account where name = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2}");
    }
}
