package org.kepu.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs one command to its end and keeps what it said. */
final class Shell {
    private static final Pattern CAUSE = Pattern.compile("(?:FATAL|PANIC|error): +(.*)");

    private Shell() {}

    record Said(int exit, String text) {
        boolean fine() {
            return exit == 0;
        }

        String cause() {
            return causeIn(text).orElse("exit " + exit);
        }
    }

    /** The part that tells why, for a message of one line: what is marked as an error, else the last line. */
    static Optional<String> causeIn(String text) {
        var marked = CAUSE.matcher(text);
        if (marked.find()) return Optional.of(marked.group(1));
        return text.lines().filter(line -> !line.isBlank()).reduce((before, last) -> last);
    }

    static Said run(List<String> command) throws IOException {
        var process = prepare(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    /** With the messages in English and without what the user's own PG… variables would change. */
    static ProcessBuilder prepare(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("LANGUAGE"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
