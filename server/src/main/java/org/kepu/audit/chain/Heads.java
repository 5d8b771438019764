package org.kepu.audit.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.Vault;

/** Reads the genuine lines of a heads file, one after the other. */
final class Heads implements AutoCloseable {

    private final BufferedReader lines;
    private final Vault vault;
    private final @Nullable UUID name;

    /** What was read last. */
    private @Nullable Head current;

    Heads(Path file, Vault vault) throws IOException {
        this.lines = Files.newBufferedReader(file, ISO_8859_1);
        this.vault = vault;
        this.name = HeadsFile.read(lines.readLine()).orElse(null);
    }

    /** The name in the first line; none if there is no such line. */
    @Nullable
    UUID name() {
        return name;
    }

    /** A line as it stands there; nothing at the end. */
    @Nullable
    Line line() throws IOException {
        var text = lines.readLine();
        return text == null
                ? null
                : new Line(
                        name == null
                                ? null
                                : Head.read(name.toString(), text, vault).orElse(null));
    }

    /** @param head nothing if the line is not as it was written */
    record Line(@Nullable Head head) {}

    /** The head at this position, if the file has one; to be asked in the order of positions. */
    @Nullable
    Head at(long position) throws IOException {
        while (current == null || current.position() < position) {
            var line = line();
            if (line == null) {
                return null;
            }
            current = line.head() == null ? current : line.head();
        }
        return current.position() == position ? current : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
