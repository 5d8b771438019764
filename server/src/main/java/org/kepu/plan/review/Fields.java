package org.kepu.plan.review;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kepu.page.Typed;
import org.kepu.plandoc.Span;
import org.springframework.util.MultiValueMap;

/** What was typed into a form: fields by name, those of rows several times. */
record Fields(MultiValueMap<String, String> fields) {

    String text(String name) {
        return at(name, 0);
    }

    String at(String name, int row) {
        var values = fields.getOrDefault(name, List.of());
        return row < values.size() ? Typed.clean(values.get(row)) : "";
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
