package org.kepu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The server process of a cluster, as the file {@code postmaster.pid} tells of it.
 *
 * @param pid the process that the file names; whether it is our server is another question
 * @param port 0 where the file does not tell it yet
 */
record Postmaster(Path cluster, long pid, int port) {
    private static final String PID_FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** No process can have it: the largest number that Linux gives out is 2^22. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    static Optional<Postmaster> named(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve(PID_FILE));
            if (lines.isEmpty()) return Optional.empty();
            var port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "0";
            return Optional.of(
                    new Postmaster(cluster, Long.parseLong(lines.getFirst().strip()), Integer.parseInt(port)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process is a server on this cluster: numbers are given again after a restart of the machine. The
     * command line can be read of any process; the working folder, which follows a renaming, of our own only.
     */
    boolean runs() {
        try {
            var words = List.of(Files.readString(process().resolve("cmdline")).split("\0"));
            return words.getFirst().endsWith("/postgres") && (words.contains(cluster.toString()) || worksInCluster());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean worksInCluster() {
        try {
            return Files.isSameFile(process().resolve("cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private Path process() {
        return Path.of("/proc", Long.toString(pid));
    }

    /**
     * Takes a process that is not ours out of the file, as the server would not start while that process lives. The
     * rest of the file stays: by it the server finds out whether remains of its predecessor still use the memory.
     */
    void strikeOut() throws IOException {
        var file = cluster.resolve(PID_FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("\\d+", NO_PROCESS));
    }

    /** Ends the sessions, writes all down and stops; if that takes too long, stops as after a power cut. */
    void stop() throws IOException {
        if (!endsAfter("INT") && !endsAfter("QUIT")) throw PostgresProblem.didNotStop(pid);
    }

    private boolean endsAfter(String signal) throws IOException {
        Shell.run(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)));
        return within(PATIENCE, () -> !runs());
    }

    private static boolean within(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) return false;
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        }
    }
}
