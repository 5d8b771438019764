package org.kepu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** A page as it was written for a stranger, to be handed to the others who ask for the same. */
final class SharedPage {

    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private final byte[] written;
    private final String type;
    private final String tag;
    private final long since;
    private final AtomicBoolean renewed = new AtomicBoolean();
    private volatile byte @Nullable [] packed;

    /** @param since when it was asked for, in nanoseconds of some clock */
    SharedPage(byte[] written, String type, long since) {
        this.written = written;
        this.type = type;
        this.tag = tag(written);
        this.since = since;
    }

    /** In bytes, about. */
    int weight() {
        return written.length + written.length / 4;
    }

    /** Whether somebody gets it who comes now. The first who comes when it is too old does not, and writes it anew; the others do meanwhile. */
    boolean isFor(long now, long most) {
        return now - since < most || !renewed.compareAndSet(false, true);
    }

    /** The browser may keep it and asks each time whether it is still the same. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        var body = written;
        if (takesGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = packed();
        }
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        var takes = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return takes != null && GZIP.matcher(takes).find();
    }

    private byte[] packed() {
        var known = packed;
        if (known == null) {
            known = pack(written);
            packed = known;
        }
        return known;
    }

    private static byte[] pack(byte[] written) {
        var packed = new ByteArrayOutputStream(written.length / 4);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(written);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private static String tag(byte[] written) {
        try {
            return "W/\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(written), 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
