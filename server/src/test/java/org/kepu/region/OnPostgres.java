package org.kepu.region;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.kepu.Tables;
import org.kepu.postgres.Database;
import org.kepu.postgres.Logins;
import org.kepu.postgres.ThrowawayPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.function.SingletonSupplier;

/**
 * The whole program, on a port of its own and on a real PostgreSQL that lasts as long as the JVM, signed in with the rights
 * that it has in earnest; pages show what is so now and not a second ago. All tests that ask for no other settings share one program and one database, so each clears its
 * {@link Ground} first, and rolls the cells of figures when it means to; a context that differs gets a database of its own on the same server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "kepu.page.shared-for=0s")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnPostgres.Server.class)
public @interface OnPostgres {

    class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Supplier<ThrowawayPostgres> SERVER =
                SingletonSupplier.of(() -> ThrowawayPostgres.start(Path.of("target/postgres")));
        private static final Supplier<Database> TABLES = SingletonSupplier.of(() -> {
            var tables = SERVER.get().create("tables");
            Tables.make(SERVER.get().logins("tables"));
            return tables;
        });
        private static final AtomicInteger CONTEXTS = new AtomicInteger();
        private static final Map<String, JdbcClient> GROUNDSMEN = new ConcurrentHashMap<>();
        private static final AtomicReference<Logins> OF_BENCH = new AtomicReference<>();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var number = CONTEXTS.incrementAndGet();
            var logins = SERVER.get().createDatabaseFrom(TABLES.get());
            TestPropertyValues.of(
                            "spring.datasource.url=" + logins.application().jdbcUrl(),
                            "spring.datasource.username=" + logins.application().user(),
                            "spring.datasource.password=" + logins.application().password(),
                            "spring.flyway.url=" + logins.owner().jdbcUrl(),
                            "spring.flyway.user=" + logins.owner().user(),
                            "spring.flyway.password=" + logins.owner().password(),
                            "spring.datasource.hikari.minimum-idle=0",
                            "spring.datasource.hikari.idle-timeout=15000",
                            "kepu.figures.roll-first=1d",
                            "kepu.rounds.ask-first=1d",
                            "kepu.rounds.remind-first=1d",
                            "kepu.supervision.tell-first=1d",
                            "kepu.reports.make-first=1d",
                            "kepu.home=target/homes/" + ProcessHandle.current().pid() + "-" + number)
                    .applyTo(context);
        }

        /** The program's database as its owner, for what the program itself may not do. */
        public static JdbcClient owner(JdbcClient program) {
            var ofBench = OF_BENCH.get();
            return client((ofBench == null ? logins(program) : ofBench).owner(), "");
        }

        /** A bench has the server of an installation of its own: the ground is cleared there. */
        public static void isOfBench(Logins logins) {
            OF_BENCH.set(logins);
        }

        /** Who clears the ground between tests, over a connection that stays: nothing is checked, no trigger fires. */
        static JdbcClient groundsman(JdbcClient program) {
            return OF_BENCH.get() == null
                    ? GROUNDSMEN.computeIfAbsent(name(program), Server::groundsman)
                    : owner(program);
        }

        private static JdbcClient groundsman(String name) {
            var superuser = SERVER.get().superuser(name);
            return JdbcClient.create(new SingleConnectionDataSource(
                    superuser.jdbcUrl() + "?options=-c%20session_replication_role=replica",
                    superuser.user(),
                    superuser.password(),
                    true));
        }

        /** The program's database as the superuser, for whom no trigger fires. */
        public static JdbcClient superuser(JdbcClient program) {
            return client(SERVER.get().superuser(name(program)), "?options=-c%20session_replication_role=replica");
        }

        /** How one signs in to the program's database. */
        public static Logins logins(JdbcClient program) {
            return SERVER.get().logins(name(program));
        }

        private static String name(JdbcClient program) {
            return program.sql("select current_database()").query(String.class).single();
        }

        private static JdbcClient client(Database database, String options) {
            return JdbcClient.create(
                    new DriverManagerDataSource(database.jdbcUrl() + options, database.user(), database.password()));
        }
    }
}
