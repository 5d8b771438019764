package org.kepu.vault;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the vault at start: with the keys of this database, or not at all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class OpeningVault {

    @Bean
    KnownKeys knownKeys(JdbcClient database, Clock clock) {
        return new KnownKeys(database, clock);
    }

    @Bean
    Keys keys(
            VaultSettings settings,
            KnownKeys known,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new TransactionTemplate(transactions).execute(begun -> {
            database.sql("lock table vault.key in share row exclusive mode").update();
            var keys = found(settings, known, clock);
            known.accept(
                    keys.ring(), settings.keys().isBlank() ? settings.file().toString() : "KEPU_KEYS");
            return keys;
        });
    }

    /** Under the lock: of several nodes that start on an empty database, one makes the keys. */
    private static Keys found(VaultSettings settings, KnownKeys known, Clock clock) {
        if (!settings.keys().isBlank()) {
            return Keys.given(KeyRing.parse(settings.keys()), clock);
        }
        var file = new KeyFile(settings.file());
        if (!file.exists()) {
            if (!known.none()) {
                throw new KeyProblem("没有找到密钥文件 " + file.path() + "，而数据库里已有加密的内容。请放回原来的密钥文件，或用 KEPU_KEYS_FILE 指明它的位置。");
            }
            file.make(KeyRing.fresh(clock.instant(), settings.chosen().isNational(), new SecureRandom()));
        }
        return Keys.in(file, clock);
    }

    @Bean
    Vault vault(Keys keys, VaultSettings settings) {
        return new Vault(keys, settings.chosen(), new Algorithms(settings.provider()), new SecureRandom());
    }
}
