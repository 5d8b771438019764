package org.kepu;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the repository can be looked up, so it is. */
class DocumentsTests {

    private static final Path TOP = Path.of("..");
    private static final Path INVENTORY = TOP.resolve("docs/inventory.md");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests?)`");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (G\\d+-\\d+) \\|[^|]*\\|[^|]*\\| (works|first form|not yet)\\b[^|]*\\|");
    private static final Pattern COUNTED =
            Pattern.compile("(?m)^\\| (works|first form|not yet|not listed)[^|]*\\| (\\d+) \\|");
    private static final int ALL_ROWS = 285;

    @Test
    void links_lead_somewhere() {
        var lost = new TreeSet<String>();
        for (var document : documents()) {
            LINK.matcher(Sources.text(document))
                    .results()
                    .map(found -> document.resolveSibling(found.group(1)))
                    .filter(target -> !target.toString().endsWith(".png") && !Files.exists(target))
                    .forEach(target -> lost.add(document + " → " + target));
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void tests_that_documents_name_are_there() {
        var there = Stream.of("plandoc", "postgres", "server")
                .flatMap(part -> Sources.files(TOP.resolve(part).resolve("src/test/java"), ".java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toSet());
        var named = documents().stream()
                .flatMap(document -> TEST.matcher(Sources.text(document)).results())
                .map(found -> found.group(1))
                .collect(toSet());
        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(there);
    }

    @Test
    void the_inventory_counts_its_rows_right() {
        var text = Sources.text(INVENTORY);
        var rows = ROW.matcher(text).results().toList();
        assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
        var counted = rows.stream().collect(groupingBy(row -> row.group(2), counting()));
        var said = COUNTED.matcher(text)
                .results()
                .collect(groupingBy(found -> found.group(1), summingLong(found -> Long.parseLong(found.group(2)))));
        counted.put("not listed", (long) ALL_ROWS - rows.size());
        assertThat(said).isEqualTo(counted);
    }

    @Test
    void decisions_are_one_page_and_each_number_is_given_once() {
        var decisions = Sources.files(TOP.resolve("docs/decisions"), ".md");
        assertThat(decisions)
                .isNotEmpty()
                .allSatisfy(
                        decision -> assertThat(Sources.text(decision).lines().count())
                                .as("lines of %s", decision)
                                .isLessThan(60))
                .allSatisfy(decision -> assertThat(Sources.text(decision))
                        .startsWith("# " + decision.getFileName().toString().substring(0, 4) + " "));
        assertThat(decisions.stream()
                        .map(decision -> decision.getFileName().toString().substring(0, 4)))
                .doesNotHaveDuplicates();
    }

    private static List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md")
                                .map(TOP::resolve),
                        Stream.of("docs", "bench")
                                .flatMap(folder -> Sources.files(TOP.resolve(folder), ".md").stream()))
                .toList();
    }
}
