package org.kepu.plandoc.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells web pages from plain text, and finds the encoding that a page declares for itself. */
final class Markup {
    private static final int HEAD = 4096;
    private static final Pattern FIRST = Pattern.compile(
            "\\A[\\s\\uFEFF]*(?:<!--.*?-->\\s*|<\\?xml[^>]*>\\s*)*"
                    + "<(?:!doctype\\s+html|html|head|body|meta|title|link|script|style|div|table|p|h[1-6]|center|section|article|span|font|ul|ol|pkg:|w:)\\b?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("</(?:p|div|table|body|html|span)>|<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile(
            "<(?:meta[^>]*charset|\\?xml[^>]*encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private Markup() {}

    static Optional<Charset> declaredCharset(byte[] content) {
        var found = CHARSET.matcher(head(content));
        return found.find() ? Encoding.named(found.group(1)) : Optional.empty();
    }

    static boolean isPage(String text, String fileName) {
        var head = text.substring(0, Math.min(HEAD, text.length()));
        if (FIRST.matcher(head).lookingAt()) {
            return true;
        }
        var name = fileName.toLowerCase(Locale.ROOT);
        return (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".shtml") || name.endsWith(".xhtml"))
                && TAG.matcher(text).find();
    }

    /** Whether the bytes are a web page saved with its pictures in one mail-like file, as Word saves .mht and .doc. */
    static boolean isArchive(byte[] content) {
        var head = head(content).toLowerCase(Locale.ROOT);
        return head.contains("mime-version:")
                && head.contains("content-type:")
                && (head.contains("multipart/") || head.contains("text/html"));
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    }
}
