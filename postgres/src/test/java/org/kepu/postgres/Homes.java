package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests do with homes and the databases in them. */
final class Homes {
    private static final Path PROGRAMS = Path.of("target/program").toAbsolutePath();

    private static @Nullable Path used;

    private Homes() {}

    /** With the binaries of the home, or else those that are unpacked once for all tests. */
    static EmbeddedPostgres start(Path home) {
        var own = home.resolve("program");
        return EmbeddedPostgres.start(home, Files.exists(own) ? own : PROGRAMS, Settings.forService());
    }

    /** A home that has been in use and lies still; made once, copied for each test. */
    static void fill(Path home) throws Exception {
        synchronized (PROGRAMS) {
            if (used == null) {
                used = PROGRAMS.resolveSibling("home");
                Folders.delete(used);
                start(used).close();
            }
        }
        copy(used, home);
    }

    /** The same with binaries in it, for accounts that cannot reach ours. */
    static void fillWithPrograms(Path home) throws Exception {
        fill(home);
        copy(PROGRAMS, home.resolve("program"));
    }

    private static void copy(Path from, Path to) throws IOException {
        assertThat(Shell.run(List.of("cp", "-a", "-T", from.toString(), to.toString())))
                .matches(Shell.Said::fine);
    }

    static Path pidFile(Path home) {
        return home.resolve("postgres/cluster/postmaster.pid");
    }

    static long postmaster(Path home) throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile(home)).getFirst());
    }

    static void keep(Database database, String word) throws SQLException {
        execute(database, "create table if not exists kept (word text); insert into kept values ('" + word + "')");
    }

    static String kept(Database database) throws SQLException {
        return value(database, "select string_agg(word, ' ' order by word) from kept");
    }

    static void execute(Database database, String command) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static String value(Database database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Of the line that a {@link Program} says. */
    static Database database(String line) {
        var words = List.of(line.split(" "));
        return new Database(words.getFirst(), Administration.OWNER, words.getLast());
    }

    static boolean isRoot() throws IOException {
        return Account.self().isRoot();
    }
}
