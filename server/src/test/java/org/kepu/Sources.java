package org.kepu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program's own files, as the tests of its rules read them. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java/org/kepu");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path BUNDLES = Path.of("src/main/resources/i18n");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'",
            Pattern.DOTALL);

    private Sources() {}

    static List<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> folders(Path folder) {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The string literals and text blocks of Java code, without its comments. */
    static Stream<String> literals(String java) {
        return COMMENT_OR_LITERAL
                .matcher(java)
                .results()
                .map(found -> found.group("block") != null ? found.group("block") : found.group("line"))
                .filter(literal -> literal != null);
    }

    /** Java code without its comments; string literals stay. */
    static String withoutComments(String java) {
        return COMMENT_OR_LITERAL
                .matcher(java)
                .replaceAll(found -> found.group().startsWith("/") ? " " : Matcher.quoteReplacement(found.group()));
    }

    /** The module that a file of a folder such as {@link #JAVA} belongs to; empty for the root package. */
    static String module(Path root, Path file) {
        var within = root.relativize(file);
        return within.getNameCount() == 1 ? "" : within.getName(0).toString();
    }
}
