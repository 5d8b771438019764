package org.kepu.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A style sheet without what our pages never use: rules for classes that no template names, variables that nobody
 * reads, fonts and animations that nothing calls. Reads minified CSS, no more of it than Tabler writes.
 */
final class TrimmedSheet {

    private static final Pattern CLASS = Pattern.compile("\\.(-?[A-Za-z_][\\w-]*|[^\\s\\w])");
    private static final Pattern NEGATION = Pattern.compile(":not\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern READ = Pattern.compile("var\\((--[\\w-]+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    private sealed interface Part {}

    private record Rule(List<String> selectors, List<String> declarations) implements Part {}

    private record Group(String head, List<Part> parts) implements Part {}

    private record Statement(String text) implements Part {}

    private TrimmedSheet() {}

    /** The sheet as far as it is used: by these class names, and with the variables that the other sheets read. */
    static String of(String sheet, Set<String> classes, String otherSheets) {
        var parts = trimmed(parts(COMMENT.matcher(sheet).replaceAll("")), classes);
        return text(withoutUnread(parts, otherSheets));
    }

    private static List<Part> parts(String css) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < css.length()) {
            int open = css.indexOf('{', at);
            int semicolon = css.indexOf(';', at);
            if (open < 0) {
                break;
            }
            if (semicolon >= 0 && semicolon < open && css.charAt(at) == '@') {
                parts.add(new Statement(css.substring(at, semicolon + 1).strip()));
                at = semicolon + 1;
                continue;
            }
            int close = closing(css, open);
            var head = css.substring(at, open).strip();
            var body = css.substring(open + 1, close);
            if (head.startsWith("@media") || head.startsWith("@supports")) {
                parts.add(new Group(head, parts(body)));
            } else if (head.startsWith("@")) {
                parts.add(new Statement(head + "{" + body + "}"));
            } else {
                parts.add(new Rule(split(head, ','), split(body, ';')));
            }
            at = close + 1;
        }
        return parts;
    }

    private static List<Part> trimmed(List<Part> parts, Set<String> classes) {
        var kept = new ArrayList<Part>();
        for (var part : parts) {
            switch (part) {
                case Rule rule -> {
                    var selectors = rule.selectors().stream()
                            .filter(selector -> isUsed(selector, classes))
                            .toList();
                    if (!selectors.isEmpty()) {
                        kept.add(new Rule(selectors, rule.declarations()));
                    }
                }
                case Group group -> {
                    var inner = trimmed(group.parts(), classes);
                    if (!inner.isEmpty()) {
                        kept.add(new Group(group.head(), inner));
                    }
                }
                case Statement statement -> {
                    if (statement.text().startsWith("@charset")) {
                        kept.add(statement);
                    }
                }
            }
        }
        return kept;
    }

    private static boolean isUsed(String selector, Set<String> classes) {
        var positive = NEGATION.matcher(selector).replaceAll("");
        return CLASS.matcher(positive)
                .results()
                .map((MatchResult found) -> found.group(1))
                .allMatch(classes::contains);
    }

    /** Leaves out variables until each that is set is read by something. */
    private static List<Part> withoutUnread(List<Part> parts, String otherSheets) {
        var current = parts;
        while (true) {
            var read = READ.matcher(text(current) + otherSheets)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(HashSet::new));
            var fewer = reading(current, read);
            if (fewer.equals(current)) {
                return current;
            }
            current = fewer;
        }
    }

    private static List<Part> reading(List<Part> parts, Set<String> read) {
        var kept = new ArrayList<Part>();
        for (var part : parts) {
            switch (part) {
                case Rule rule -> {
                    var declarations = rule.declarations().stream()
                            .filter(text ->
                                    !text.startsWith("--") || read.contains(text.substring(0, text.indexOf(':'))))
                            .toList();
                    if (!declarations.isEmpty()) {
                        kept.add(new Rule(rule.selectors(), declarations));
                    }
                }
                case Group group -> {
                    var inner = reading(group.parts(), read);
                    if (!inner.isEmpty()) {
                        kept.add(new Group(group.head(), inner));
                    }
                }
                case Statement statement -> kept.add(statement);
            }
        }
        return kept;
    }

    private static String text(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Rule rule ->
                        String.join(",", rule.selectors()) + "{" + String.join(";", rule.declarations()) + "}\n";
                    case Group group -> group.head() + "{\n" + text(group.parts()) + "}\n";
                    case Statement statement -> statement.text() + "\n";
                })
                .collect(Collectors.joining());
    }

    private static int closing(String css, int open) {
        int depth = 0;
        for (int at = open; at < css.length(); at++) {
            var sign = css.charAt(at);
            if (sign == '"' || sign == '\'') {
                at = css.indexOf(sign, at + 1);
            } else if (sign == '{') {
                depth++;
            } else if (sign == '}' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("a brace is never closed");
    }

    /** Cuts at the sign where it stands outside of brackets and quotes. */
    private static List<String> split(String text, char separator) {
        var pieces = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == '"' || sign == '\'') {
                at = text.indexOf(sign, at + 1);
            } else if (sign == '(' || sign == '[') {
                depth++;
            } else if (sign == ')' || sign == ']') {
                depth--;
            } else if (sign == separator && depth == 0) {
                pieces.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        pieces.add(text.substring(from).strip());
        return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
    }

    /** Whatever could be the name of a class in these texts. */
    static Set<String> words(String... texts) {
        var word = Pattern.compile("[A-Za-z_][\\w-]*");
        return Arrays.stream(texts)
                .flatMap(text -> word.matcher(text).results())
                .map((MatchResult found) -> found.group())
                .collect(Collectors.toSet());
    }
}
