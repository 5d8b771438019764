package org.kepu.indicator.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What a bench saw, in the order in which it saw it; each line is printed as it comes and all are written as JSON and Markdown. */
public final class Measured {

    /** Milliseconds. */
    private record Times(int n, double p50, double p95, double p99) {}

    private final Map<String, Object> seen = new LinkedHashMap<>();

    public void saw(String what, Object value) {
        seen.put(what, value);
        System.out.println(what + ": " + value);
    }

    /** Seconds that an act took. */
    public void seconds(String what, Runnable act) {
        var began = System.nanoTime();
        act.run();
        saw(what + ", s", Math.round(since(began) / 100) / 10.0);
    }

    public void times(String what, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        saw(what + ", ms", new Times(sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99)));
    }

    public void times(String what, int rounds, Supplier<?> act) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            var began = System.nanoTime();
            act.get();
            times.add(since(began));
        }
        times(what, times);
    }

    /** Milliseconds since a reading of {@link System#nanoTime}. */
    public static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double at(List<Double> sorted, int percent) {
        return Math.round(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) * 10) / 10.0;
    }

    /** Writes {@code target/NAME.json} and {@code target/NAME.md}. */
    public void write(String name) {
        var markdown = new StringBuilder("| what | p50 | p95 | p99 | n |\n|---|---|---|---|---|\n");
        seen.forEach((what, value) -> markdown.append(
                value instanceof Times times
                        ? "| %s | %s | %s | %s | %s |%n".formatted(what, times.p50, times.p95, times.p99, times.n)
                        : "| %s | %s | | | |%n".formatted(what, value)));
        try {
            Files.writeString(
                    Path.of("target", name + ".json"),
                    new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(seen));
            Files.writeString(Path.of("target", name + ".md"), markdown);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
