package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** {@code static/tabler.css} is Tabler's sheet, as much of it as our pages use. */
class TablerTest {

    private static final Path SHEET = Path.of("src/main/resources/static/tabler.css");
    private static final String WHOLE = "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final String HEAD = """
            /*! Tabler 1.4.0, MIT licence, https://tabler.io - cut by TablerTest to what the templates use; \
            -Dkepu.trim=true writes it anew */
            """;

    /** A rule that Tabler has for a class of ours is there; rules too many are no fault until somebody trims again. */
    @Test
    void tablers_sheet_has_every_rule_that_our_pages_use() throws IOException {
        var trimmed = HEAD
                + TrimmedSheet.of(
                        whole(), TrimmedSheet.words(templates()), text(Path.of("src/main/resources/static/kepu.css")));
        if (Boolean.getBoolean("kepu.trim")) {
            Files.writeString(SHEET, trimmed);
        }
        assertThat(text(SHEET).lines())
                .as("write it anew: ./mvnw -pl server -am test -Dtest=TablerTest -Dkepu.trim=true")
                .containsAll(trimmed.lines().toList());
        assertThat(packed(trimmed)).as("bytes over the wire").isLessThan(20_000);
    }

    @Test
    void a_trimmed_sheet_keeps_what_is_used_and_nothing_else() {
        var sheet = """
                @charset "UTF-8";:root{--a:1;--b:var(--a);--c:2;--d:3}.used,.lost:hover{color:var(--b)}.lost{color:red}\
                .used:not(.lost) a[href=","]{x:y}@media (min-width:1px){.lost{x:y}.used .lost{x:y}.used{x:url("a;b")}}\
                @keyframes lost{to{x:y}}""";
        assertThat(TrimmedSheet.of(sheet, TrimmedSheet.words("class=\"used\""), "x{y:var(--d)}"))
                .isEqualTo("""
                @charset "UTF-8";
                :root{--a:1;--b:var(--a);--d:3}
                .used{color:var(--b)}
                .used:not(.lost) a[href=","]{x:y}
                @media (min-width:1px){
                .used{x:url("a;b")}
                }
                """);
    }

    private static String whole() throws IOException {
        try (var file = TablerTest.class.getResourceAsStream(WHOLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(TablerTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
