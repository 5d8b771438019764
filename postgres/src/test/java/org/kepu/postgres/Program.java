package org.kepu.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own that starts a server, tells where it is, waits for the end of its input and stops the
 * server; for tests that kill it before.
 */
final class Program implements AutoCloseable {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Process process;
    private final BufferedReader output;

    private Program(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Program serving(Path home) {
        return start(List.of(), CLASS_PATH, "serve", home);
    }

    static Program testing(Path folder) {
        return start(List.of(), CLASS_PATH, "test", folder);
    }

    static Program start(List<String> prefix, String classPath, String kind, Path folder) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Program.class.getName(),
                kind,
                folder.toString()));
        try {
            return new Program(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program says when it is ready, or when it cannot be. */
    String line() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[1]);
        try (var server = arguments[0].equals("serve") ? serve(folder) : test(folder)) {
            System.in.transferTo(System.out);
        } catch (PostgresProblem e) {
            System.out.println(e.kind());
        }
    }

    private static Running serve(Path home) {
        var server = Homes.start(home);
        System.out.println(server.jdbcUrl() + " " + server.password());
        return server::close;
    }

    private static Running test(Path folder) {
        var server = ThrowawayPostgres.start(folder);
        System.out.println(server.database().jdbcUrl() + " " + server.database().password());
        return server::close;
    }

    private interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
