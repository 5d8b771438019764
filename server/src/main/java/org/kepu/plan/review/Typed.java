package org.kepu.plan.review;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kepu.plandoc.Span;
import org.springframework.util.MultiValueMap;

/** What was typed into a form: fields by name, those of rows several times. */
record Typed(MultiValueMap<String, String> fields) {

    /** Text as it can be kept: lines end in one sign, and signs that no page shows are left out. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]", "")
                .strip();
    }

    String text(String name) {
        return at(name, 0);
    }

    String at(String name, int row) {
        var values = fields.getOrDefault(name, List.of());
        return row < values.size() ? clean(values.get(row)) : "";
    }

    /** As many rows as this field was sent. */
    <T> List<T> rows(String name, IntFunction<T> row) {
        return IntStream.range(0, fields.getOrDefault(name, List.of()).size())
                .mapToObj(row)
                .toList();
    }

    static boolean isYear(String text) {
        return text.matches("199\\d|20\\d{2}");
    }

    /** What keeps its title keeps its place in the source. */
    static <T> Span placeBefore(List<T> before, Function<T, String> title, Function<T, Span> place, String kept) {
        return before.stream()
                .filter(one -> title.apply(one).equals(kept))
                .findFirst()
                .map(place)
                .orElse(new Span(0, 0));
    }
}
