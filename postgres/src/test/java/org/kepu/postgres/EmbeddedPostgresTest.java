package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void what_was_written_is_there_after_the_next_start() throws Exception {
        try (var first = Homes.start(home)) {
            Homes.keep(first.database(), "first");
        }
        try (var second = Homes.start(home)) {
            Homes.keep(second.database(), "second");
            assertThat(Homes.kept(second.database())).isEqualTo("first second");
        }
        assertThat(Homes.pidFile(home)).doesNotExist();
    }

    @Test
    void the_server_of_a_killed_program_is_adopted_with_all_that_was_committed() throws Exception {
        Homes.fill(home);
        long server;
        try (var program = Program.serving(home)) {
            Homes.keep(Homes.database(program.line()), "committed");
            server = Homes.postmaster(home);
            program.kill();
        }
        try (var next = Homes.start(home)) {
            assertThat(Homes.postmaster(home)).isEqualTo(server);
            assertThat(Homes.kept(next.database())).isEqualTo("committed");
        }
        assertThat(Homes.pidFile(home)).doesNotExist();
    }

    @Test
    void a_server_killed_with_its_program_comes_back_with_all_that_was_committed() throws Exception {
        Homes.fill(home);
        try (var program = Program.serving(home)) {
            Homes.keep(Homes.database(program.line()), "committed");
            program.kill();
            ProcessHandle.of(Homes.postmaster(home)).orElseThrow().destroyForcibly();
        }
        try (var next = Homes.start(home)) {
            assertThat(Homes.kept(next.database())).isEqualTo("committed");
        }
    }

    @Test
    void a_server_that_does_not_know_our_password_is_stopped_and_started_anew() throws Exception {
        Homes.fill(home);
        long server;
        try (var program = Program.serving(home)) {
            Homes.keep(Homes.database(program.line()), "committed");
            server = Homes.postmaster(home);
            program.kill();
        }
        var password = Files.readString(home.resolve("postgres/password"));
        Files.writeString(home.resolve("postgres/password"), "another");
        assertProblem(PostgresProblem.Kind.DID_NOT_START, () -> Homes.start(home));
        assertThat(Homes.pidFile(home)).doesNotExist();
        ProcessHandle.of(server).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));

        Files.writeString(home.resolve("postgres/password"), password);
        try (var next = Homes.start(home)) {
            assertThat(Homes.kept(next.database())).isEqualTo("committed");
        }
    }

    @Test
    void a_pid_file_that_names_a_process_of_others_does_not_block_the_start() throws Exception {
        Homes.fill(home);
        try (var first = Homes.start(home)) {
            Homes.keep(first.database(), "first");
            Files.copy(Homes.pidFile(home), home.resolve("left"));
        }
        var ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(
                Homes.pidFile(home), Files.readString(home.resolve("left")).replaceFirst("\\d+", ours));
        try (var next = Homes.start(home)) {
            assertThat(Homes.kept(next.database())).isEqualTo("first");
        }
    }

    @Test
    void a_cluster_that_was_left_half_made_is_made_again() throws Exception {
        var half = Files.createDirectories(home.resolve("postgres/making/cluster"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        Files.writeString(home.resolve("postgres/password"), "as-it-was");
        try (var server = Homes.start(home)) {
            Homes.keep(server.database(), "first");
            assertThat(server.password()).isEqualTo("as-it-was");
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void a_second_program_on_the_same_home_is_refused_and_the_first_works_on() throws Exception {
        Homes.fill(home);
        try (var first = Homes.start(home);
                var second = Program.serving(home)) {
            assertThat(second.line()).isEqualTo("FOLDER_IN_USE");
            assertThatThrownBy(() -> Homes.start(home))
                    .hasMessageContaining("正被另一个实例使用")
                    .hasMessageContaining("（进程 " + ProcessHandle.current().pid() + "）");
            try (var third = Program.serving(home)) {
                assertThat(third.line())
                        .as("after a refusal in the holder itself")
                        .isEqualTo("FOLDER_IN_USE");
            }
            Homes.keep(first.database(), "first");
        }
    }

    @Test
    void a_home_that_is_a_file_is_not_writable() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        assertProblem(
                PostgresProblem.Kind.FOLDER_NOT_WRITABLE, () -> EmbeddedPostgres.start(file, Settings.forService()));
        assertProblem(
                PostgresProblem.Kind.FOLDER_NOT_WRITABLE,
                () -> EmbeddedPostgres.start(file.resolve("below"), Settings.forService()));
    }

    @Test
    void a_cluster_of_another_major_version_is_left_alone() throws Exception {
        Homes.fill(home);
        var version = home.resolve("postgres/cluster/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> Homes.start(home))
                .hasMessageStartingWith("数据目录由 PostgreSQL 17 建立，本程序内置 PostgreSQL 18")
                .hasMessageContaining(version.getParent().toRealPath().toString());
    }

    @Test
    void without_its_password_a_cluster_is_not_touched() throws Exception {
        Homes.fill(home);
        Files.delete(home.resolve("postgres/password"));
        assertProblem(PostgresProblem.Kind.PASSWORD_MISSING, () -> Homes.start(home));
        assertThat(home.resolve("postgres/password")).doesNotExist();
    }

    @Test
    void binaries_that_were_damaged_are_unpacked_again_and_other_versions_go() throws Exception {
        var cache = home.resolve("program");
        var unpacked = Binaries.unpackedIn(cache);
        Files.writeString(Path.of(unpacked.program("postgres")), "");
        Files.createDirectories(cache.resolve("17.0-x86_64/bin"));
        Homes.fill(home);
        try (var server = EmbeddedPostgres.start(home, cache, Settings.forService())) {
            assertThat(Homes.value(server.database(), "select 1")).isEqualTo("1");
            assertThat(Files.list(cache)).containsExactly(unpacked.folder());
        }
    }

    @Test
    void the_program_signs_in_as_an_ordinary_role_that_may_use_trusted_extensions() throws Exception {
        Homes.fill(home);
        try (var server = Homes.start(home)) {
            assertThat(Homes.value(server.database(), "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            Homes.execute(
                    server.database(), "create schema own; create extension btree_gist; create extension pg_trgm");
            assertThat(Homes.value(
                            server.database(),
                            "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                                    + " from pg_database where datname = current_database()"))
                    .isEqualTo("b C.UTF-8 UTF8");
        }
    }

    @Test
    void a_committed_row_is_on_disk_and_the_server_listens_to_this_machine_only() throws Exception {
        Homes.fill(home);
        try (var server = Homes.start(home)) {
            assertThat(Homes.value(
                            server.database(),
                            "select string_agg(setting, ' ' order by name) from pg_settings where name in"
                                    + " ('fsync', 'full_page_writes', 'synchronous_commit')"))
                    .isEqualTo("on on on");
            assertThat(Homes.value(server.database(), "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(Homes.pidFile(home)).get(4))
                    .as("folder of the socket")
                    .isEmpty();
            assertThat(Homes.value(server.database(), "select host(inet_server_addr())"))
                    .isEqualTo(InetAddress.getByName("127.0.0.1").getHostAddress());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_application_signs_in_as_a_role_of_its_own_that_owns_nothing_and_makes_nothing() throws Exception {
        Homes.fill(home);
        try (var server = Homes.start(home)) {
            var logins = server.logins();
            assertThat(logins.apart()).isTrue();
            assertThat(logins.application().password())
                    .isNotEqualTo(logins.owner().password());
            assertThat(Homes.value(
                            logins.application(),
                            "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
            Homes.execute(logins.owner(), "create schema own; create table own.word (text text)");
            for (var refused : List.of(
                    "create schema more",
                    "create table public.word (text text)",
                    "select * from own.word",
                    "drop schema own cascade",
                    "set role kepu",
                    "create extension pg_trgm")) {
                assertThatThrownBy(() -> Homes.execute(logins.application(), refused))
                        .as(refused)
                        .hasFieldOrPropertyWithValue("SQLState", "42501");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/password-app"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_command_finds_the_server_of_a_program_that_runs_and_of_no_other() throws Exception {
        Homes.fill(home);
        assertThat(EmbeddedPostgres.exists(home.resolve("elsewhere"))).isFalse();
        assertThat(EmbeddedPostgres.running(home.resolve("elsewhere"))).isEmpty();
        try (var server = Homes.start(home)) {
            Homes.keep(server.database(), "first");
            assertThat(EmbeddedPostgres.running(home)).contains(server.logins());
        }
        assertThat(EmbeddedPostgres.exists(home)).isTrue();
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void a_lost_password_of_the_application_is_made_anew() throws Exception {
        Homes.fill(home);
        String first;
        try (var server = Homes.start(home)) {
            first = server.logins().application().password();
        }
        Files.delete(home.resolve("postgres/password-app"));
        try (var server = Homes.start(home)) {
            assertThat(server.logins().application().password()).isNotEqualTo(first);
            assertThat(Homes.value(server.logins().application(), "select current_user"))
                    .isEqualTo("kepu_app");
        }
    }

    private static void assertProblem(PostgresProblem.Kind kind, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        PostgresProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
