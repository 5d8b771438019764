package org.kepu.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file as it comes in, on the disk and not in memory.
 *
 * @param size in bytes; more than was allowed if there was more, which then was not read
 */
record Incoming(Path path, long size, String sha256) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    static Incoming read(InputStream in, Path folder, long most) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(UUID.randomUUID().toString());
        var digest = digest();
        long size = 0;
        try (var out = Files.newOutputStream(path);
                var read = new DigestInputStream(in, digest)) {
            var buffer = new byte[BUFFER];
            for (int count = read.read(buffer); count >= 0 && size <= most; count = read.read(buffer)) {
                out.write(buffer, 0, count);
                size += count;
            }
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Incoming(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
