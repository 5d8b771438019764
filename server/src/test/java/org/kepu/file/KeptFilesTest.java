package org.kepu.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class KeptFilesTest {

    private static final Actor CLERK = new Actor(UUID.randomUUID(), Actor.Kind.STAFF, "其木格", null, "10.0.0.1");
    private static final byte[] PDF = "%PDF-1.7\n督办单\n%%EOF".getBytes(UTF_8);

    @Autowired
    private KeptFiles files;

    @Autowired
    private FileRows rows;

    @Autowired
    private Store store;

    @Autowired
    private FileSettings settings;

    @Autowired
    private HandsInFiles hands;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @BeforeEach
    void clear() throws IOException {
        OnPostgres.Server.owner(database).sql("truncate file.file, file.blob").update();
        for (var path : contents()) {
            Files.delete(path);
        }
    }

    @Test
    void what_was_kept_comes_back_as_it_was() throws IOException {
        var kept = kept("督办单（3号）.pdf", PDF);
        assertThat(kept.type()).isEqualTo(FileType.PDF);
        assertThat(kept.size()).isEqualTo(PDF.length);
        assertThat(files.find(kept.id())).contains(kept);
        try (var content = files.open(kept.id()).orElseThrow()) {
            assertThat(content).hasBinaryContent(PDF);
        }
        assertThat(count("select count(*) from audit.entry where act = 'file.act.kept' and object = '%s'"
                        .formatted(kept.id())))
                .isEqualTo(1);
    }

    @Test
    void the_same_bytes_twice_are_one_content() throws IOException {
        var first = kept("a.pdf", PDF);
        var second = kept("b.pdf", PDF);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(contents()).hasSize(1);
        assertThat(count("select count(*) from file.blob")).isEqualTo(1);
    }

    @Test
    void a_download_is_saved_under_its_own_name_and_never_shown() throws IOException {
        var response = files.response(kept("督办单 3号.pdf", PDF).id()).orElseThrow();
        assertThat(response.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%9D%A3%E5%8A%9E%E5%8D%95%203%E5%8F%B7.pdf");
        assertThat(response.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaders().getContentLength()).isEqualTo(PDF.length);
        try (var body = response.getBody().getInputStream()) {
            assertThat(body).hasBinaryContent(PDF);
        }
        assertThat(files.response(new FileId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_name_leads_nowhere_and_ends_as_its_content_is() throws IOException {
        assertThat(kept("../../etc/passwd", PDF).name()).isEqualTo("passwd.pdf");
        assertThat(kept("C:\\账目\\gpj.\u202Eexe", PDF).name()).isEqualTo("gpj.exe.pdf");
        assertThat(kept("..", PDF).name()).isEqualTo("附件.pdf");
        assertThat(kept("扫描件.PDF", PDF).name()).isEqualTo("扫描件.PDF");
        assertThat(contents())
                .hasSize(1)
                .allSatisfy(path -> assertThat(path.toRealPath())
                        .startsWith(settings.folder().toRealPath()));
    }

    @Test
    void what_is_empty_too_large_or_of_another_kind_is_refused_and_leaves_nothing() throws IOException {
        assertThat(refused("a.pdf", new byte[0])).isEqualTo(Keeping.Why.EMPTY);
        assertThat(refused("a.pdf", new byte[] {'M', 'Z', 0, 1, 2})).isEqualTo(Keeping.Why.OTHER_KIND);
        var large = new SequenceInputStream(
                new ByteArrayInputStream(PDF),
                new ByteArrayInputStream(
                        new byte[Math.toIntExact(settings.largest().toBytes())]));
        assertThat(files.keep(CLERK, "ledger", "a.pdf", large))
                .isEqualTo(new Keeping.Refused(Keeping.Why.TOO_LARGE, "a.pdf", 20));
        assertThat(contents()).isEmpty();
        assertThat(count("select count(*) from file.file")).isZero();
    }

    @Test
    void an_upload_that_breaks_off_leaves_no_half_file() throws IOException {
        var broken = new SequenceInputStream(new ByteArrayInputStream(PDF), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> files.keep(CLERK, "ledger", "a.pdf", broken)).isInstanceOf(IOException.class);
        assertThat(contents()).isEmpty();
    }

    @Test
    void what_a_kill_left_behind_is_no_content_and_goes_after_a_day() throws IOException {
        Files.createDirectories(settings.incoming());
        var half = Files.write(settings.incoming().resolve("half"), PDF);
        var fresh = Files.write(settings.incoming().resolve("fresh"), PDF);
        Files.setLastModifiedTime(half, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        sweeping(clock, Set.of()).sweep();
        assertThat(half).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void uploads_that_nobody_holds_go_after_a_day_and_their_content_with_them() throws IOException {
        var held = kept("held.pdf", PDF);
        var same = kept("same.pdf", PDF);
        var lost = kept("lost.txt", "没有归属".getBytes(UTF_8));
        sweeping(clock, Set.of(held.id())).sweep();
        assertThat(count("select count(*) from file.file")).isEqualTo(3);

        sweeping(tomorrow(), Set.of(held.id())).sweep();
        assertThat(files.find(held.id())).isPresent();
        assertThat(files.find(same.id())).isEmpty();
        assertThat(files.find(lost.id())).isEmpty();
        assertThat(contents())
                .singleElement()
                .satisfies(path -> assertThat(path).hasFileName(held.sha256()));
        assertThat(kept("lost.txt", "没有归属".getBytes(UTF_8)).sha256()).isEqualTo(lost.sha256());
        assertThat(contents()).hasSize(2);
    }

    @Test
    void where_a_holder_does_not_answer_its_files_stay() throws IOException {
        var kept = kept("a.pdf", PDF);
        new Sweeping(rows, store, List.of(), settings, transaction, tomorrow()).sweep();
        assertThat(files.find(kept.id())).isPresent();
    }

    @Test
    void within_a_transaction_nothing_is_kept() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> keep("a.pdf", PDF)))
                .hasMessageContaining("never");
    }

    @Test
    void who_is_erased_is_named_by_no_file() throws IOException {
        var kept = kept("a.pdf", PDF);
        var person = new Subject(CLERK.account(), List.of());
        assertThat(hands.find(person)).hasSize(1);
        hands.erase(person);
        assertThat(hands.left(person)).isZero();
        assertThat(files.find(kept.id()).orElseThrow().by()).isEqualTo("已删除");
    }

    private Sweeping sweeping(Clock when, Set<FileId> held) {
        var ledger = new FileHolder() {
            @Override
            public String holder() {
                return "ledger";
            }

            @Override
            public Set<FileId> holds(Set<FileId> asked) {
                var both = new HashSet<>(asked);
                both.retainAll(held);
                return both;
            }
        };
        return new Sweeping(rows, store, List.of(ledger), settings, transaction, when);
    }

    private Clock tomorrow() {
        return Clock.offset(clock, Duration.ofHours(25));
    }

    private KeptFile kept(String name, byte[] content) {
        return ((Keeping.Kept) keep(name, content)).file();
    }

    private Keeping.Why refused(String name, byte[] content) {
        return ((Keeping.Refused) keep(name, content)).why();
    }

    private Keeping keep(String name, byte[] content) {
        try {
            return files.keep(CLERK, "ledger", name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> contents() throws IOException {
        if (!Files.isDirectory(settings.folder())) {
            return List.of();
        }
        try (var below = Files.walk(settings.folder())) {
            return below.filter(Files::isRegularFile).toList();
        }
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
