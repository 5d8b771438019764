package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For weak lines: what a first visit to a page brings over the wire, with its sheets, scripts and icons. */
class WeightTest extends RunningSite {

    private static final int MOST = 60_000;
    private static final Pattern LOADED =
            Pattern.compile("(?:href|src)=\"(/[^\"#]+\\.(?:css|js|svg)(?:\\?[^\"#]*)?)[\"#]");

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans", "/search?q=a", "/sign-in", "/nowhere"})
    void a_first_visit_is_light(String path) throws Exception {
        var page = packed(path);
        var files = new LinkedHashSet<String>();
        LOADED.matcher(unpacked(page)).results().forEach(found -> files.add(found.group(1)));
        int weight = page.length;
        for (var file : files) {
            weight += packed(file).length;
        }
        System.out.printf(
                "weight of %s: %d bytes with %d files, %d without%n", path, weight, files.size(), page.length);
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        assertThat(weight).isLessThanOrEqualTo(MOST);
    }

    private byte[] packed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept-Encoding", "gzip")
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static String unpacked(byte[] page) throws IOException {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
