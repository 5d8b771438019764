package org.kepu.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import org.kepu.vault.Vault;

/**
 * A line of a heads file: the number of the line, when it was written, up to which position the chain had grown, and the
 * hash there; behind it the mark by which the program knows its own lines.
 */
record Head(long line, Instant at, long position, String hash) {

    private static final String MARK = "audit.head";

    String text(String file, Vault vault) {
        return said() + " " + mark(file, vault);
    }

    /** The head that a line tells; none if it is not one that was written here, for this file. */
    static Optional<Head> read(String file, String text, Vault vault) {
        var words = text.split(" ");
        if (words.length != 5) {
            return Optional.empty();
        }
        try {
            var head = new Head(Long.parseLong(words[0]), Instant.parse(words[1]), Long.parseLong(words[2]), words[3]);
            return Optional.of(head).filter(known -> known.text(file, vault).equals(text));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String said() {
        return line + " " + at + " " + position + " " + hash;
    }

    private String mark(String file, Vault vault) {
        return HexFormat.of().formatHex(vault.mac(MARK, (file + " " + said()).getBytes(StandardCharsets.UTF_8)));
    }
}
