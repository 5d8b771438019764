package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;

/** Those who send slowly, or far too much. */
class SlowAndLargeTest extends RunningSite {

    private String answerTo(String sent) throws IOException {
        var site = URI.create(address());
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void who_begins_a_request_and_falls_silent_is_cut_off() throws IOException {
        var began = System.nanoTime();
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).doesNotContain("200 OK");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
    }

    @Test
    void who_promises_a_body_and_sends_a_part_of_it_is_cut_off() throws IOException {
        var began = System.nanoTime();
        var answer = answerTo("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\nname=");
        assertThat(answer).doesNotContain("200 OK").doesNotContain("Exception");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
    }

    @Test
    void a_form_of_more_than_two_megabytes_is_told_so_in_words() {
        var clerk = clerk();
        clerk.get("/desk");
        var answer = clerk.post("/desk/bodies/new", "name", "x".repeat(2 * 1024 * 1024 + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大", "回到待办");
    }

    @Test
    void headers_without_end_are_refused() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(64_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception", "Apache", "Tomcat");
    }
}
