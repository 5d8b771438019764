package org.kepu.audit.chain;

import java.time.Clock;
import javax.sql.DataSource;
import org.kepu.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What of the trail runs by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AuditSettings.class)
class Rhythm {

    @Bean
    Verifying verifying(DataSource database, Vault vault, AuditSettings settings, Clock clock) {
        return new Verifying(database, vault, settings.file(), settings.copy(), clock);
    }
}
