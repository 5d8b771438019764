package org.kepu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a jte template says by itself: its markup without the expressions and statements in it, and the literals of
 * these. Knows just enough of jte: {@code ${…}}, {@code !{…}}, {@code @name(…)}, {@code @`…`} and comments.
 */
final class JteText {

    private static final Pattern TAG = Pattern.compile(
            "(?s)<!--.*?-->|<(script|style)\\b.*?</\\1>|<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\b(title|placeholder|alt|aria-label|aria-description|label|summary|data-[a-z-]+)=\"([^\"]*)\"");
    private static final Pattern HEAD_LINE = Pattern.compile("(?m)^@(import|param)\\b.*$");
    private static final Pattern KEYWORD =
            Pattern.compile("@(template(\\.[\\w-]+)+|if|elseif|else|endif|for|endfor|raw|endraw)\\b");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final char BLANK = '\u0000';

    private final StringBuilder markup = new StringBuilder();
    private final List<String> literals = new ArrayList<>();
    private final String text;
    private int at;

    private JteText(String text) {
        this.text = text;
    }

    static JteText of(String template) {
        var body = HEAD_LINE.matcher(template).replaceAll("").replaceAll("(?s)<%--.*?--%>", "");
        var read = new JteText(body);
        read.markup((char) 0);
        return read;
    }

    /** Words between tags, words in attributes that are read out, and Chinese in the literals of expressions. */
    List<String> words() {
        var words = new ArrayList<String>();
        var between = TAG.matcher(markup);
        int from = 0;
        while (between.find()) {
            add(markup.substring(from, between.start()), words);
            SPOKEN_ATTRIBUTE.matcher(between.group()).results().forEach(attribute -> {
                if (!attribute.group(1).startsWith("data-")
                                && LETTERS.matcher(attribute.group(2)).find()
                        || HAN.matcher(attribute.group(2)).find()) {
                    words.add(attribute.group(1) + "=" + attribute.group(2));
                }
            });
            from = between.end();
        }
        add(markup.substring(from), words);
        literals.stream().filter(literal -> HAN.matcher(literal).find()).forEach(words::add);
        return words;
    }

    /** The literals in expressions and in the arguments of statements. */
    List<String> literals() {
        return List.copyOf(literals);
    }

    private static void add(String between, List<String> words) {
        for (var piece : ENTITY.matcher(between).replaceAll("").split("[" + BLANK + "\n]")) {
            if (LETTERS.matcher(piece).find()) {
                words.add(piece.strip());
            }
        }
    }

    /** Reads markup up to the closing sign of a content block, or to the end. */
    private void markup(char closing) {
        while (at < text.length()) {
            var keyword = KEYWORD.matcher(text).region(at, text.length());
            if (text.charAt(at) == closing) {
                at++;
                return;
            } else if (text.startsWith("${", at) || text.startsWith("!{", at)) {
                at += 2;
                code('}');
            } else if (text.startsWith("$unsafe{", at)) {
                at += 8;
                code('}');
            } else if (keyword.lookingAt()) {
                at = keyword.end();
                if (at < text.length() && text.charAt(at) == '(') {
                    at++;
                    code(')');
                }
            } else {
                markup.append(text.charAt(at++));
                continue;
            }
            markup.append(BLANK);
        }
    }

    /** Reads Java up to the bracket that closes it. */
    private void code(char closing) {
        Deque<Character> open = new ArrayDeque<>();
        open.push(closing);
        while (at < text.length() && !open.isEmpty()) {
            var sign = text.charAt(at++);
            switch (sign) {
                case '(' -> open.push(')');
                case '{' -> open.push('}');
                case '"' -> literals.add(literal());
                case '\'' -> at += text.charAt(at) == '\\' ? 3 : 2;
                case '@' -> {
                    if (at < text.length() && text.charAt(at) == '`') {
                        at++;
                        markup.append(BLANK);
                        markup('`');
                    }
                }
                default -> {
                    if (sign == open.peek()) {
                        open.pop();
                    }
                }
            }
        }
    }

    private String literal() {
        var from = at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(from, at++);
    }
}
