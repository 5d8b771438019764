package org.kepu.plandoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a district's plan takes up its region's, against the links that people drew. Skipped where those plans are not at hand. */
class RealPlansTest {
    private static final Pattern LINK = Pattern.compile(
            "\"upper\":\\s*\"([A-Z/0-9]+)\",\\s*\"lower\":\\s*\"([A-Z/0-9]+)\"(,\\s*\"optional\":\\s*true)?");

    private static Path plans() {
        var named = System.getProperty("kepu.shared");
        var found = named == null ? above(Path.of("").toAbsolutePath()) : Path.of(named);
        assumeTrue(found != null && Files.isDirectory(found.resolve("plans")), "the real plans are not at hand");
        return found.resolve("plans");
    }

    private static Path above(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/plans"))) {
                return folder.resolve("shared");
            }
        }
        return null;
    }

    private static ParsedPlan plan(Path file) {
        return ((Reading.Parsed) new PlanReader().read(file)).plan();
    }

    @Test
    void nine_of_ten_links_are_found() throws IOException {
        var plans = plans();
        var comparison = new PlanComparer()
                .compare(plan(plans.resolve("000-neimenggu.txt")), plan(plans.resolve("002-kundulun.txt")));
        Set<String> needed = new HashSet<>();
        Set<String> spare = new HashSet<>();
        LINK.matcher(Files.readString(plans.resolve("gold/000-002.links.json")))
                .results()
                .forEach(link -> (link.group(3) == null ? needed : spare).add(link.group(1) + " " + link.group(2)));
        var found = comparison.links().stream()
                .map(link -> link.upper() + " " + link.lower())
                .filter(link -> !spare.contains(link))
                .collect(Collectors.toSet());
        var right = new HashSet<>(found);
        right.retainAll(needed);
        assertThat(2.0 * right.size() / (found.size() + needed.size())).isGreaterThan(0.9);
    }
}
