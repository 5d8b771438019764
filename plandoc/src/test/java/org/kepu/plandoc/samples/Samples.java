package org.kepu.plandoc.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.PlanReader;
import org.kepu.plandoc.Reading;

/** Finds the samples and reads them. */
final class Samples {
    private Samples() {}

    record Sample(Path document, Gold gold) {
        Score score() {
            return read(document) instanceof Reading.Parsed parsed ? Scorer.score(parsed.plan(), gold) : Score.NOTHING;
        }
    }

    static Reading read(Path document) {
        try {
            return new PlanReader()
                    .read(Files.readAllBytes(document), document.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String name) {
        try {
            var readme = Samples.class.getResource("/plans/README.md");
            return Path.of(readme.toURI()).resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Sample> in(Path answers, Path documents) {
        return files(answers).stream()
                .filter(file ->
                        file.toString().endsWith(".json") && !file.toString().endsWith(".links.json"))
                .map(Gold::read)
                .map(gold ->
                        new Sample(documents.resolve(gold.plan().path("source").asString()), gold))
                .toList();
    }

    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of this name in the working directory or in one above it. */
    static Optional<Path> upwards(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(name))) {
                return Optional.of(at.resolve(name));
            }
        }
        return Optional.empty();
    }
}
