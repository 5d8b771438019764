package org.kepu.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the program's own, on 127.0.0.1 only, with its data in the home folder. One program at a time
 * uses a home. A server that a killed program left behind is adopted at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final HomeLock lock;
    private final Cluster cluster;
    private final Administration administration;
    private boolean closed;

    private EmbeddedPostgres(HomeLock lock, Cluster cluster, Administration administration) {
        this.lock = lock;
        this.cluster = cluster;
        this.administration = administration;
    }

    /**
     * Returns when the database can be used: the first time after some seconds, later in a fraction of one.
     *
     * @throws PostgresProblem if it cannot
     */
    public static EmbeddedPostgres start(Path home, Settings settings) {
        return start(home, home.resolve("postgres", "program"), settings);
    }

    static EmbeddedPostgres start(Path home, Path programs, Settings settings) {
        try {
            return start(Home.at(home).withPrograms(programs.toAbsolutePath()), settings);
        } catch (FileSystemException e) {
            log.debug("the home cannot be used", e);
            throw PostgresProblem.folderNotWritable(home);
        } catch (IOException | SQLException e) {
            throw PostgresProblem.didNotStart(String.valueOf(e.getMessage()));
        }
    }

    private static EmbeddedPostgres start(Home home, Settings settings) throws IOException, SQLException {
        var lock = HomeLock.claim(home);
        try {
            var binaries = Binaries.unpackedIn(home.programs());
            var cluster = Cluster.in(home, binaries, Account.ableToRun(binaries, home), settings);
            var administration = cluster.running(settings);
            binaries.removeOthers();
            return new EmbeddedPostgres(lock, cluster, administration);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Whether a home holds a database. */
    public static boolean exists(Path home) {
        return Files.exists(home.resolve("postgres", "cluster"));
    }

    /** How to sign in to the server that runs for this home, if one does: for commands beside a program that serves. */
    public static Optional<Logins> running(Path home) {
        try {
            return exists(home) ? Cluster.loginsOf(Home.existing(home)) : Optional.empty();
        } catch (IOException e) {
            throw PostgresProblem.homeNotReadable(home, String.valueOf(e.getMessage()));
        }
    }

    public Logins logins() {
        return administration.home();
    }

    /** As its owner. */
    public Database database() {
        return logins().owner();
    }

    public String jdbcUrl() {
        return database().jdbcUrl();
    }

    public String user() {
        return database().user();
    }

    public String password() {
        return database().password();
    }

    /** Stops the server; committed data is on disk. Close what uses the database first. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try (lock) {
            cluster.stop();
        } catch (IOException e) {
            log.warn("the server did not stop as it should", e);
        }
    }
}
