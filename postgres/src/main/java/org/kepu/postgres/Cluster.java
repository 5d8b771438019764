package org.kepu.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one server, made on first use, and the server that works on them. */
record Cluster(Home home, Binaries binaries, Account account, String password, String applicationPassword) {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String CONFIGURATION = "kepu.conf";
    private static final Path LOG = Path.of("log", "postgres.log");
    private static final int ATTEMPTS = 3;
    private static final String START_SECONDS = "600"; // after a crash the server first works through its journal

    static Cluster in(Home home, Binaries binaries, Account account, Settings settings) throws IOException {
        var files = home.cluster();
        if (Files.exists(files)) refuseOtherVersion(files, binaries);
        var cluster = new Cluster(home, binaries, account, passwordOf(home), secretIn(home.applicationPassword()));
        if (!Files.exists(files)) cluster.make(settings.durable());
        return cluster;
    }

    private static void refuseOtherVersion(Path files, Binaries binaries) throws IOException {
        var found = Files.readString(files.resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.major())) throw PostgresProblem.folderOfOtherVersion(files, found, binaries.major());
    }

    private static String passwordOf(Home home) throws IOException {
        if (Files.exists(home.cluster()) && !Files.exists(home.password()))
            throw PostgresProblem.passwordMissing(home.password());
        return secretIn(home.password());
    }

    /** What stands in the file; if there is none, a new secret that is written there. */
    private static String secretIn(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            writeSecret(file, secret);
            return secret;
        }
    }

    /** How to sign in to the server that runs on this home's cluster, if one does. */
    static Optional<Logins> loginsOf(Home home) throws IOException {
        var postmaster = Postmaster.named(home.cluster());
        if (postmaster.isEmpty()
                || postmaster.get().port() == 0
                || !postmaster.get().runs()) return Optional.empty();
        return Optional.of(
                new Administration(postmaster.get().port(), passwordOf(home), secretIn(home.applicationPassword()))
                        .home());
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** All is done beside and moved in at the end: what lies in the place is whole, however we were interrupted. */
    private void make(boolean durable) throws IOException {
        log.info("making a new cluster in {}", home.cluster());
        Folders.delete(home.making());
        Folders.make(home.making(), false);
        var secret = home.making().resolve("password");
        writeSecret(secret, password);
        account.give(home.making());

        var half = home.making().resolve("cluster");
        var command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + Administration.SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!durable) command.add("--no-sync");
        var said = account.run(command.toArray(String[]::new));
        if (!said.fine()) throw PostgresProblem.didNotStart(said.cause());

        Files.writeString(
                half.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + CONFIGURATION + "'\n# Lines of your own go below this one.\n",
                StandardOpenOption.APPEND);
        Files.createDirectory(
                half.resolve("log"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.giveOne(half.resolve("log"));
        Files.move(half, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(home.part());
        Folders.delete(home.making());
    }

    /**
     * Finds or starts the server. There is more than one attempt because the port may be taken between our look and the
     * server's start, because what is left of a killed server may need a moment to end, and because a predecessor that
     * was killed while it started the server may have got it started after all.
     */
    Administration running(Settings settings) throws IOException, SQLException {
        for (var attempt = 1; ; attempt++) {
            var adopted = adopt();
            if (adopted.isPresent()) return prepared(adopted.get());
            var port = freePort();
            var said = start(settings, port);
            if (said.fine()) return prepared(new Administration(port, password, applicationPassword));
            var cause =
                    Shell.causeIn(Files.readString(home.cluster().resolve(LOG))).orElse(said.cause());
            log.debug("attempt {} to start the server: {}", attempt, cause);
            if (attempt == ATTEMPTS) throw PostgresProblem.didNotStart(cause);
        }
    }

    /** The server that our predecessor left running, if it is this cluster's, answers us and is of our version. */
    private Optional<Administration> adopt() throws IOException {
        var found = Postmaster.named(home.cluster());
        if (found.isEmpty()) return Optional.empty();
        var postmaster = found.get();
        if (!postmaster.runs()) {
            postmaster.strikeOut();
            return Optional.empty();
        }
        var administration = new Administration(postmaster.port(), password, applicationPassword);
        if (isOurs(administration)) {
            log.info("adopting the server that still runs as process {}", postmaster.pid());
            return Optional.of(administration);
        }
        log.info("stopping the server that still runs as process {}", postmaster.pid());
        postmaster.stop();
        return Optional.empty();
    }

    private boolean isOurs(Administration administration) {
        try {
            return Files.isSameFile(Path.of(administration.show("data_directory")), home.cluster())
                    && (binaries.version() + ".").startsWith(administration.show("server_version") + ".");
        } catch (SQLException | IOException e) {
            log.debug("the server on port {} does not answer us", administration.port(), e);
            return false;
        }
    }

    private Administration prepared(Administration administration) throws IOException, SQLException {
        try {
            administration.prepare();
            return administration;
        } catch (SQLException e) {
            stop();
            throw e;
        }
    }

    private Shell.Said start(Settings settings, int port) throws IOException {
        account.give(home.cluster());
        write(CONFIGURATION, settings.asConfiguration());
        write(LOG.toString(), "");
        return account.run(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START_SECONDS,
                "--pgdata=" + home.cluster(),
                "--log=" + home.cluster().resolve(LOG),
                "--options=-p " + port);
    }

    private void write(String name, String text) throws IOException {
        var file = home.cluster().resolve(name);
        Files.writeString(file, text);
        account.giveOne(file);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    void stop() throws IOException {
        var postmaster = Postmaster.named(home.cluster());
        if (postmaster.isPresent() && postmaster.get().runs()) postmaster.get().stop();
    }
}
