package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is different where the program runs as root; skipped elsewhere. */
class AccountTest {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    private Path place;

    @BeforeEach
    void a_place_that_all_can_reach() throws Exception {
        assumeTrue(Homes.isRoot(), "only root can become another account");
        place = Files.createTempDirectory(Path.of("/tmp"), "kepu-");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void clean() throws IOException {
        if (place != null) Folders.delete(place);
    }

    @Test
    void each_account_that_root_can_use_works_on_the_data_of_the_others() throws Exception {
        Homes.fillWithPrograms(place.resolve("home"));
        var home = Home.at(place.resolve("home"));
        var binaries = Binaries.unpackedIn(home.folder().resolve("program"));
        var words = new ArrayList<String>();
        for (var account : Account.candidates(Account.self(), Account.Owner.of(home.folder()))) {
            if (!account.trial(binaries, home.trial()).fine()) continue; // as name spaces are, in a container
            words.add("word" + words.size());
            assertThat(keepOneMore(words.getLast(), home, binaries, account)).isEqualTo(String.join(" ", words));
        }
        assertThat(words).hasSizeGreaterThan(1);
    }

    @Test
    void a_home_below_a_closed_folder_has_an_account_of_last_resort() throws Exception {
        Homes.fillWithPrograms(place.resolve("home"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        var home = Home.at(place.resolve("home"));
        var binaries = Binaries.unpackedIn(home.folder().resolve("program"));
        assertThat(Account.switchedTo(Account.nobody()).trial(binaries, home.trial()))
                .doesNotMatch(Shell.Said::fine);
        assertThat(keepOneMore("word", home, binaries, Account.nobodyWhoPassesClosedFolders()))
                .isEqualTo("word");
    }

    private static String keepOneMore(String word, Home home, Binaries binaries, Account account) throws Exception {
        var cluster = Cluster.in(home, binaries, account, Settings.forService());
        var database = cluster.running(Settings.forService()).home().owner();
        Homes.keep(database, word);
        assertThat(effectiveCapabilities(home)).as(account.toString()).isIn(0L, 2L);
        var kept = Homes.kept(database);
        cluster.stop();
        return kept;
    }

    @Test
    void the_home_of_an_ordinary_account_is_served_by_that_account() throws Exception {
        var home = place.resolve("home");
        Homes.fillWithPrograms(home);
        new Account(List.of(), Account.nobody()).giveOne(home);
        try (var server = Homes.start(home)) {
            assertThat(Homes.value(server.database(), "select 1")).isEqualTo("1");
            assertThat(Account.Owner.of(Path.of("/proc", Long.toString(Homes.postmaster(home)))))
                    .isEqualTo(Account.nobody());
        }
    }

    @Test
    void where_no_account_can_work_the_reason_is_told() throws Exception {
        var home = Home.at(place.resolve("home"));
        var folder = Files.createDirectories(place.resolve("broken/bin")).getParent();
        assertThatThrownBy(() -> Account.ableToRun(new Binaries(folder, "18.0"), home))
                .hasMessageStartingWith("PostgreSQL 不以 root 运行")
                .hasMessageContaining(home.folder().toString());
    }

    @Test
    void an_ordinary_account_has_its_server_and_is_told_what_it_may_not_write() throws Exception {
        var classPath = readableClassPath();
        var closed = Files.createDirectory(place.resolve("closed"));
        try (var refused = Program.start(AS_NOBODY, classPath, "serve", closed.resolve("home"))) {
            assertThat(refused.line()).isEqualTo("FOLDER_NOT_WRITABLE");
        }
        var home = place.resolve("home");
        Homes.fillWithPrograms(home);
        new Account(List.of(), Account.nobody()).give(home);
        try (var first = Program.start(AS_NOBODY, classPath, "serve", home)) {
            Homes.keep(Homes.database(first.line()), "first");
            first.kill();
        }
        try (var second = Program.start(AS_NOBODY, classPath, "serve", home)) {
            assertThat(Homes.kept(Homes.database(second.line()))).isEqualTo("first");
        }
    }

    private String readableClassPath() throws IOException {
        var copies = Files.createDirectory(place.resolve("classes"));
        var entries = new ArrayList<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Files.exists(Path.of(entry)) || entry.contains("arm64v8")) continue;
            entries.add(copies.resolve(Integer.toString(entries.size())));
            copy(Path.of(entry), entries.getLast());
        }
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (var path : all.toList())
                Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    /** Of the server process: none, or to pass closed folders (bit 1) where nothing else was possible. */
    private static long effectiveCapabilities(Home home) throws IOException {
        var status = Path.of("/proc", Long.toString(Homes.postmaster(home.folder())), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
