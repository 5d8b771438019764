package org.kepu.region;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.kepu.postgres.ThrowawayPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole program on a real PostgreSQL: that of {@code -Dkepu.test.url}, or one that lasts as long as the JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnPostgres.Server.class)
public @interface OnPostgres {

    class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var given = System.getProperty("kepu.test.url");
            if (given != null) {
                TestPropertyValues.of(
                                "spring.datasource.url=" + given,
                                "spring.datasource.username=kepu",
                                "spring.datasource.password=kepu")
                        .applyTo(context);
            } else {
                var database =
                        ThrowawayPostgres.start(Path.of("target/postgres")).database();
                TestPropertyValues.of(
                                "spring.datasource.url=" + database.jdbcUrl(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password())
                        .applyTo(context);
            }
        }
    }
}
