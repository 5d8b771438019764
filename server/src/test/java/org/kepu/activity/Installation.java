package org.kepu.activity;

import java.nio.file.Path;
import org.kepu.postgres.EmbeddedPostgres;
import org.kepu.postgres.Logins;
import org.kepu.postgres.Settings;
import org.kepu.region.OnPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The server of a real installation, which writes through to the disk. */
public final class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        postgres = EmbeddedPostgres.start(Path.of("target/bench-burst"), Settings.forService());
        OnPostgres.Server.isOfBench(logins());
        TestPropertyValues.of(
                        "spring.datasource.url=" + logins().application().jdbcUrl(),
                        "spring.datasource.username=" + logins().application().user(),
                        "spring.datasource.password=" + logins().application().password(),
                        "spring.flyway.url=" + logins().owner().jdbcUrl(),
                        "spring.flyway.user=" + logins().owner().user(),
                        "spring.flyway.password=" + logins().owner().password(),
                        "kepu.home=target/bench-burst-home")
                .applyTo(context);
    }

    public static Logins logins() {
        return postgres.logins();
    }

    public static void close() {
        postgres.close();
    }
}
