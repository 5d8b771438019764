package org.kepu.plandoc.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A web page saved as one file (MHTML): its first HTML part is read. */
final class MailArchive {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*\"?([^\"\\r\\n;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private MailArchive() {}

    static List<Piece> read(byte[] content, Budget budget) throws Refusal {
        var archive = new String(content, StandardCharsets.ISO_8859_1);
        var boundary = BOUNDARY.matcher(archive.substring(0, Math.min(4096, archive.length())));
        var parts = boundary.find()
                ? List.of(archive.split(Pattern.quote("--" + boundary.group(1).strip())))
                : List.of(archive);
        for (var part : parts) {
            budget.step();
            int end = part.replace("\r\n", "\n").indexOf("\n\n", 1);
            var unified = part.replace("\r\n", "\n");
            if (end > 0 && unified.substring(0, end).toLowerCase(Locale.ROOT).contains("text/html")) {
                return page(unified.substring(0, end), unified.substring(end + 2), budget);
            }
        }
        throw Refusal.unreadable("文件已损坏：网页归档里没有网页");
    }

    private static List<Piece> page(String head, String body, Budget budget) throws Refusal {
        var plain = head.toLowerCase(Locale.ROOT);
        byte[] bytes;
        if (plain.contains("quoted-printable")) {
            bytes = quotedPrintable(body);
        } else if (plain.contains("base64")) {
            bytes = Base64.getMimeDecoder().decode(body.replaceAll("[^A-Za-z0-9+/=]", ""));
        } else {
            bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        }
        var named = CHARSET.matcher(head);
        Optional<Charset> declared = named.find() ? Encoding.named(named.group(1)) : Markup.declaredCharset(bytes);
        var page = Encoding.decode(bytes, declared).orElseThrow(() -> Refusal.unreadable("文件已损坏：网页归档里没有文字"));
        return HtmlPage.read(page, budget);
    }

    private static byte[] quotedPrintable(String body) {
        var bytes = new ByteArrayOutputStream(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '=') {
                bytes.write(c);
            } else if (i + 1 < body.length() && body.charAt(i + 1) == '\n') {
                i++;
            } else if (i + 2 < body.length()) {
                int value = Character.digit(body.charAt(i + 1), 16) * 16 + Character.digit(body.charAt(i + 2), 16);
                bytes.write(value);
                i += 2;
            }
        }
        return bytes.toByteArray();
    }
}
