package org.kepu.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** A browser without pictures: keeps cookies, sends the token of the form it last saw, follows no redirects. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    Visitor(String address) {
        this.address = address;
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where a redirect leads, without host and session. */
        public String location() {
            return header("Location").replaceFirst("^http://[^/]+", "");
        }
    }

    public Answer get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** Posts a form: names and values in turn. */
    public Answer post(String path, String... fields) {
        return postWithToken(path, token, fields);
    }

    public Answer postWithToken(String path, String csrf, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Posts one file of this many bytes. */
    public Answer upload(String path, int bytes) {
        var head = """
                --kepu\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --kepu\r
                Content-Disposition: form-data; name="file"; filename="a.bin"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(token);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=kepu")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new byte[bytes]),
                        BodyPublishers.ofString("\r\n--kepu--\r\n"))));
    }

    /** A file as it is chosen in a form. */
    public record Attachment(String name, byte[] content) {}

    /** Posts a form with one file in it: names and values of the other fields in turn. */
    public Answer postWithFile(String path, String field, Attachment file, String... fields) {
        var parts = new StringBuilder("--kepu\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token);
        for (int i = 0; i < fields.length; i += 2) {
            parts.append("\r\n--kepu\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i])
                    .append("\"\r\n\r\n")
                    .append(fields[i + 1]);
        }
        parts.append("\r\n--kepu\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file.name()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=kepu")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(parts.toString()),
                        BodyPublishers.ofByteArray(file.content()),
                        BodyPublishers.ofString("\r\n--kepu--\r\n"))));
    }

    /** Posts files under one field's name. */
    public Answer attach(String path, String field, Attachment... files) {
        var parts = new ArrayList<BodyPublisher>();
        parts.add(BodyPublishers.ofString("--kepu\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token));
        for (var file : files) {
            parts.add(BodyPublishers.ofString("""
                    \r
                    --kepu\r
                    Content-Disposition: form-data; name="%s"; filename="%s"\r
                    Content-Type: application/octet-stream\r
                    \r
                    """.formatted(field, file.name().replace("\"", "\\\""))));
            parts.add(BodyPublishers.ofByteArray(file.content()));
        }
        parts.add(BodyPublishers.ofString("\r\n--kepu--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=kepu")
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("kepu"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var matcher = TOKEN.matcher(response.body());
            if (matcher.find()) {
                token = matcher.group(1);
            }
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
