package org.kepu.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fast server for the tests of one JVM. Nothing is kept: it ends, and its files go, when it is closed or when the JVM
 * ends, however it ends.
 */
public final class ThrowawayPostgres implements AutoCloseable {
    /** Waits until its input ends, which it does with the JVM; then ends the server and takes the files away. */
    private static final String WATCH = """
            cat >/dev/null
            file=$1/postgres/cluster/postmaster.pid
            kill -s QUIT "$(head -n 1 "$file")"
            for look in $(seq 250); do [ -e "$file" ] || break; sleep 0.02; done
            rm -rf "$1"
            """;

    private final Administration administration;
    private final Process watch;
    private final AtomicInteger copies = new AtomicInteger();

    private ThrowawayPostgres(Administration administration, Process watch) {
        this.administration = administration;
        this.watch = watch;
    }

    /**
     * @param folder for the binaries, which stay, and for the data of this JVM, which does not; such as {@code
     *     target/postgres}
     */
    public static ThrowawayPostgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            var data = Files.createTempDirectory(folder, "data-");
            Files.delete(data);
            var home = Home.at(data).withPrograms(folder.toRealPath().resolve("program"));
            var watch = watchOver(home);
            var binaries = Binaries.unpackedIn(home.programs());
            var cluster = Cluster.in(home, binaries, Account.ableToRun(binaries, home), Settings.forTests());
            var administration = cluster.running(Settings.forTests());
            return new ThrowawayPostgres(administration, watch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a session of its own, so that Ctrl-C does not end the watch before it has done its work. */
    private static Process watchOver(Home home) throws IOException {
        return Shell.prepare(
                        List.of("setsid", "sh", "-c", WATCH, "sh", home.folder().toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** An empty database, the same each time. */
    public Database database() {
        return administration.home().owner();
    }

    /** Both ways to sign in to a database of this server. */
    public Logins logins(String name) {
        return administration.logins(name);
    }

    /** A database of this server as the superuser, whom nothing is refused. */
    public Database superuser(String name) {
        return administration.superuser(name);
    }

    /** Makes an empty database; fill it, close all connections to it, and it can be copied. */
    public Database create(String name) {
        return doing(() -> administration.create(name), name);
    }

    /** Makes a copy, under a name of its own, of a database to which nobody is connected. */
    public Logins createDatabaseFrom(Database template) {
        var original = nameOf(template);
        var name = original + "_" + copies.incrementAndGet();
        doing(() -> administration.copy(original, name), name);
        return administration.logins(name);
    }

    /** Ends all sessions on it and removes it. */
    public void drop(Database database) {
        var name = nameOf(database);
        doing(() -> administration.drop(name), name);
    }

    private Database doing(Command command, String name) {
        try {
            command.run();
            return administration.logins(name).owner();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(Database database) {
        return database.jdbcUrl().replaceFirst(".*/", "");
    }

    private interface Command {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try {
            watch.getOutputStream().close();
            watch.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
