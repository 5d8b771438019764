package org.kepu.audit.chain;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of heads. Its first line bears a name of its own, so that lines of one cannot stand in another; it is only ever
 * added to.
 */
record HeadsFile(Path path) {

    private static final String TITLE = "kepu-trail ";

    /** Longer than any two lines. */
    private static final int TAIL = 800;

    /** The name in the first line; makes the file if it is not there. */
    UUID name(UUID ifNew) throws IOException {
        if (!Files.exists(path)) {
            var folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, TITLE + ifNew + "\n");
            return ifNew;
        }
        try (var lines = Files.newBufferedReader(path)) {
            return read(lines.readLine()).orElseThrow(() -> new IOException("not a file of heads: " + path));
        }
    }

    static Optional<UUID> read(@Nullable String title) {
        try {
            return title != null && title.startsWith(TITLE)
                    ? Optional.of(UUID.fromString(title.substring(TITLE.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last whole line, unless it is the first; what a crash has left of a line is none. */
    Optional<String> last() throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .reduce((earlier, later) -> later)
                    .filter(line -> !line.startsWith(TITLE));
        }
    }

    /** Adds a line, and has it on disk before it returns. What a crash has left of a line goes. */
    void add(String line) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rwd")) {
            var end = file.length();
            while (end > 0 && byteAt(file, end - 1) != '\n') {
                end--;
            }
            file.setLength(end);
            file.seek(end);
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int byteAt(RandomAccessFile file, long place) throws IOException {
        file.seek(place);
        return file.read();
    }
}
