package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrowawayPostgresTest {
    private static final Path FOLDER = Path.of("target/postgres-test");

    @Test
    void a_database_is_copied_with_what_is_in_it_and_the_copies_are_apart() throws Exception {
        try (var server = ThrowawayPostgres.start(FOLDER)) {
            var template = server.create("template");
            Homes.keep(template, "template");
            var one = server.createDatabaseFrom(template).owner();
            var two = server.createDatabaseFrom(template).owner();
            Homes.keep(one, "one");
            assertThat(Homes.kept(one)).isEqualTo("one template");
            assertThat(Homes.kept(two)).isEqualTo("template");
            server.drop(one);
            assertThat(Homes.value(
                            server.database(), "select count(*) from pg_database where datname like 'template\\__'"))
                    .isEqualTo("1");
        }
        assertThat(FOLDER)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("data-"));
    }

    @Test
    void nothing_is_left_of_a_killed_test_run() throws Exception {
        var folder = Path.of("target/postgres-killed");
        try (var tests = Program.testing(folder)) {
            var database = Homes.database(tests.line());
            Homes.keep(database, "word");
            Path data;
            try (var found = Files.newDirectoryStream(folder, "data-*")) {
                data = found.iterator().next();
            }
            var server = ProcessHandle.of(Homes.postmaster(data)).orElseThrow();
            tests.kill();
            server.onExit().get(10, TimeUnit.SECONDS);
            assertThat(server.isAlive()).isFalse();
        }
    }
}
