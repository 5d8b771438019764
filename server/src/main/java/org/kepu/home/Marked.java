package org.kepu.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a text, and whether it is one of the words that were looked for. */
public record Marked(String text, boolean found) {

    /** The text cut where the words begin and end. */
    public static List<Marked> of(String text, String words) {
        var wanted = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        if (wanted.isEmpty()) {
            return List.of(new Marked(text, false));
        }
        var pieces = new ArrayList<Marked>();
        var matcher = Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Marked(text.substring(end, matcher.start()), false));
            }
            pieces.add(new Marked(matcher.group(), true));
            end = matcher.end();
        }
        if (end < text.length()) {
            pieces.add(new Marked(text.substring(end), false));
        }
        return List.copyOf(pieces);
    }
}
