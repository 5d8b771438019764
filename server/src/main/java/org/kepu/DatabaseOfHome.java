package org.kepu;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.postgres.EmbeddedPostgres;
import org.kepu.postgres.ExternalDatabase;
import org.kepu.postgres.Logins;
import org.kepu.postgres.PostgresProblem;
import org.kepu.postgres.Settings;

/**
 * The database that the commands work in: with {@code KEPU_DB_URL} that one, otherwise the PostgreSQL of
 * {@code KEPU_HOME}. Closing it stops what was started for it.
 */
final class DatabaseOfHome implements AutoCloseable {

    private final Logins logins;
    private final @Nullable EmbeddedPostgres started;

    private DatabaseOfHome(Logins logins, @Nullable EmbeddedPostgres started) {
        this.logins = logins;
        this.started = started;
    }

    /**
     * For the program that serves: makes the database if there is none, and has it alone.
     *
     * @throws PostgresProblem if it cannot be used
     */
    static DatabaseOfHome toServe() {
        return isExternal() ? external() : started();
    }

    /**
     * For a command, also while the program serves.
     *
     * @throws PostgresProblem if it cannot be used
     * @throws NothingThere if the home holds no database
     */
    static DatabaseOfHome asItIs() {
        if (isExternal()) {
            return external();
        }
        var running = EmbeddedPostgres.running(home());
        if (running.isPresent()) {
            return new DatabaseOfHome(running.get(), null);
        }
        if (!EmbeddedPostgres.exists(home())) {
            throw new NothingThere("数据目录里没有数据库：" + home() + "。请用 KEPU_HOME 指明数据目录，或先启动一次平台。");
        }
        return started();
    }

    /** A database that is there already and goes on without us. */
    static DatabaseOfHome of(Logins logins) {
        return new DatabaseOfHome(logins, null);
    }

    /** A home in which nothing was begun yet. */
    static final class NothingThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        NothingThere(String line) {
            super(line);
        }
    }

    /** Where the program keeps what is not in the database. */
    static Path home() {
        return Path.of(setting("KEPU_HOME", "data")).toAbsolutePath().normalize();
    }

    Logins logins() {
        return logins;
    }

    /** The settings by which the program finds the database. */
    Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", logins.application().jdbcUrl());
        settings.put("spring.datasource.username", logins.application().user());
        settings.put("spring.datasource.password", logins.application().password());
        if (logins.apart()) {
            settings.put("spring.flyway.url", logins.owner().jdbcUrl());
            settings.put("spring.flyway.user", logins.owner().user());
            settings.put("spring.flyway.password", logins.owner().password());
        }
        return settings;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }

    private static boolean isExternal() {
        return !setting("KEPU_DB_URL", "").isBlank();
    }

    private static DatabaseOfHome started() {
        var server = EmbeddedPostgres.start(home(), Settings.forService());
        return new DatabaseOfHome(server.logins(), server);
    }

    private static DatabaseOfHome external() {
        var url = setting("KEPU_DB_URL", "");
        var application = ExternalDatabase.check(url, setting("KEPU_DB_USER", ""), setting("KEPU_DB_PASSWORD", ""));
        var owner = setting("KEPU_DB_OWNER", "");
        return new DatabaseOfHome(
                new Logins(
                        owner.isBlank()
                                ? application
                                : ExternalDatabase.check(url, owner, setting("KEPU_DB_OWNER_PASSWORD", "")),
                        application),
                null);
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
