package org.kepu.region;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.kepu.postgres.Database;
import org.kepu.postgres.ThrowawayPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.function.SingletonSupplier;

/**
 * The whole program, on a port of its own and on a real PostgreSQL: that of {@code -Dkepu.test.url}, or one that lasts as
 * long as the JVM. All tests that ask for no other settings share one program and one database, so each clears its
 * {@link Ground} first; a context that differs gets a database of its own on the same server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnPostgres.Server.class)
public @interface OnPostgres {

    class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Supplier<ThrowawayPostgres> SERVER =
                SingletonSupplier.of(() -> ThrowawayPostgres.start(Path.of("target/postgres")));
        private static final AtomicInteger CONTEXTS = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = database();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "kepu.vault.file=target/keys")
                    .applyTo(context);
        }

        private static Database database() {
            var given = System.getProperty("kepu.test.url");
            return given != null
                    ? new Database(given, "kepu", "kepu")
                    : SERVER.get().create("kepu_" + CONTEXTS.incrementAndGet());
        }
    }
}
