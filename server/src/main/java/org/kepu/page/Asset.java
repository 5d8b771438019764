package org.kepu.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of static files that change with their content, so that readers may keep them for a year. */
public final class Asset {

    private static final Map<String, String> HREFS = new ConcurrentHashMap<>();

    private Asset() {}

    /** The address of a file below {@code static/}: {@code /kepu.css?v=1f2e3d4c}. */
    public static String href(String path) {
        return HREFS.computeIfAbsent(path, Asset::withFingerprint);
    }

    private static String withFingerprint(String path) {
        try (var file = Asset.class.getResourceAsStream("/static" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("no static file " + path);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
