package org.kepu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A start with right, wrong and missing keys, each on a database of its own: what was known of keys is set aside. */
@OnPostgres
class OpeningVaultTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path home;

    private final Watch watch = new Watch(Instant.parse("2026-11-22T04:00:00Z"));

    private void onAnEmptyDatabase(Runnable starts) {
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            database.sql("delete from vault.key").update();
            starts.run();
            begun.setRollbackOnly();
        });
    }

    private Vault start(String keys, String cipher) {
        var settings = new VaultSettings(home.resolve("keys"), keys, cipher, "");
        var opening = new OpeningVault();
        var known = opening.knownKeys(database, watch);
        return opening.vault(opening.keys(settings, known, database, transactions, watch), settings);
    }

    private Vault start() {
        return start("", "aes-gcm");
    }

    @Test
    void the_first_start_makes_the_keys_and_the_next_has_the_same() {
        onAnEmptyDatabase(() -> {
            var sealed = start().seal("f", "value");
            assertThat(start().open("f", sealed)).isEqualTo("value");
            assertThat(database.sql("select use from vault.key order by use")
                            .query(String.class)
                            .list())
                    .containsExactly("fingerprint", "mac", "seal");
        });
    }

    @Test
    void an_installation_that_begins_with_sm4_hashes_with_sm3() {
        onAnEmptyDatabase(() -> {
            var vault = start("", "sm4-gcm");
            assertThat(vault.seal("f", "value")).contains(".sm4-gcm.");
            assertThat(new KeyFile(home.resolve("keys")).read().keys())
                    .extracting(RingKey::use)
                    .containsExactly(KeyUse.SEAL, KeyUse.FINGERPRINT_SM3, KeyUse.MAC_SM3);
        });
    }

    @Test
    void a_lost_file_is_never_replaced_in_silence() {
        onAnEmptyDatabase(() -> {
            start();
            delete(home.resolve("keys"));
            assertThatThrownBy(this::start)
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining(home.resolve("keys").toString())
                    .message()
                    .hasLineCount(1);
            assertThat(home.resolve("keys")).doesNotExist();
        });
    }

    @Test
    void the_keys_of_another_installation_are_refused_by_name_and_not_written_down() {
        onAnEmptyDatabase(() -> {
            start();
            var ours = new KeyFile(home.resolve("keys")).read();
            var theirs = KeyRing.fresh(watch.instant(), false, new SecureRandom());
            assertThatThrownBy(() -> start(theirs.text(), "aes-gcm"))
                    .isInstanceOf(KeyProblem.class)
                    .message()
                    .hasLineCount(1)
                    .contains("KEPU_KEYS")
                    .contains(ours.keys().stream().map(RingKey::id).toList());
        });
    }

    @Test
    void a_ring_that_lacks_a_key_on_which_values_may_hang_is_refused() {
        onAnEmptyDatabase(() -> {
            start();
            var file = new KeyFile(home.resolve("keys"));
            var added = RingKey.random(KeyUse.SEAL, watch.instant(), new SecureRandom());
            file.change(ring -> ring.with(added));
            start();
            file.change(ring -> ring.without(added.id()));
            assertThatThrownBy(this::start).isInstanceOf(KeyProblem.class).hasMessageContaining(added.id());
        });
    }

    @Test
    void keys_from_the_environment_need_no_file() {
        onAnEmptyDatabase(() -> {
            var ring = KeyRing.fresh(watch.instant(), false, new SecureRandom());
            var sealed = start(ring.text(), "aes-gcm").seal("f", "value");
            assertThat(start(ring.text(), "aes-gcm").open("f", sealed)).isEqualTo("value");
            assertThat(home).isEmptyDirectory();
        });
    }

    @Test
    void a_cipher_or_provider_that_is_not_there_is_refused_in_one_line() {
        onAnEmptyDatabase(() -> {
            assertThatThrownBy(() -> start("", "rot13"))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("rot13");
            assertThatThrownBy(() -> new Algorithms("NoSuchCard"))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("NoSuchCard");
        });
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
