package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to the browser about itself. */
class HeadersTest extends RunningSite {

    private static final Map<String, String> STRICT = Map.of(
            "content-security-policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "referrer-policy",
            "same-origin",
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plans",
                "/search?q=a",
                "/sign-in",
                "/look?theme=dark",
                "/kepu.css",
                "/kepu.js",
                "/tabler.css",
                "/icons.svg",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/nowhere",
                "/a//b",
                "/a;b",
                "/api/nowhere",
                "/error",
                "/desk",
                "/actuator/health"
            })
    void each_answer_to_a_stranger_is_strict(String path) {
        assertThat(strict(visitor().get(path))).isEqualTo(STRICT);
    }

    @Test
    void each_answer_on_the_desk_is_strict_and_not_kept() {
        var clerk = clerk();
        for (var path : List.of("/desk", "/desk/password", "/desk/plans", "/desk/nowhere")) {
            var answer = clerk.get(path);
            assertThat(strict(answer)).as(path).isEqualTo(STRICT);
            assertThat(answer.header("Cache-Control"))
                    .as(path)
                    .isEqualTo("no-cache, no-store, max-age=0, must-revalidate");
        }
        assertThat(strict(clerk.postWithToken("/desk/password", ""))).isEqualTo(STRICT);
    }

    /** Tomcat answers this one before any page is asked. */
    @Test
    void even_a_trace_is_answered_strictly() throws IOException {
        var place = URI.create(address());
        try (var line = new Socket(place.getHost(), place.getPort())) {
            line.getOutputStream()
                    .write("TRACE / HTTP/1.1\r\nHost: here\r\nX-Secret: s\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 405")
                    .contains("Content-Security-Policy: " + STRICT.get("content-security-policy") + "\r\n")
                    .doesNotContain("X-Secret");
        }
    }

    @Test
    void files_are_kept_for_a_year_under_addresses_that_change_with_them() {
        var page = visitor().get("/sign-in").body();
        assertThat(page)
                .contains(
                        "href=\"" + Asset.href("/kepu.css") + "\"",
                        "href=\"" + Asset.href("/tabler.css") + "\"",
                        "src=\"" + Asset.href("/kepu.js") + "\"");
        assertThat(Asset.href("/kepu.css")).matches("/kepu\\.css\\?v=[0-9a-f]{8}");
        for (var file : List.of(Asset.href("/kepu.css"), Asset.href("/tabler.css"), Asset.href("/icons.svg"))) {
            var answer = visitor().get(file);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        assertThat(visitor().get("/nowhere.css").header("Cache-Control")).contains("no-store");
    }

    @Test
    void whoever_only_reads_gets_no_cookie() {
        for (var path : List.of("/", "/plans", "/search?q=a", "/nowhere", "/kepu.css", "/api/nowhere")) {
            assertThat(visitor().get(path).header("Set-Cookie")).as(path).isEmpty();
        }
    }

    private static Map<String, String> strict(Visitor.Answer answer) {
        var said = new TreeMap<String, String>();
        STRICT.keySet()
                .forEach(name -> said.put(
                        name, String.join(" | ", answer.response().headers().allValues(name))));
        return said;
    }
}
