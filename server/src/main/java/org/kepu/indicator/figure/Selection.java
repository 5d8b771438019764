package org.kepu.indicator.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which facts an indicator is about.
 *
 * @param kinds codes of kinds, at least one
 * @param audiences codes of audiences; empty for all
 * @param places codes of kinds of places; empty for all
 * @param rural only in rural and pastoral areas, or only elsewhere; null for both
 */
public record Selection(
        List<String> kinds,
        List<String> audiences,
        List<String> places,
        @Nullable Boolean rural) {

    public Selection {
        kinds = kinds.stream().distinct().toList();
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        places = places == null ? List.of() : List.copyOf(places);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("an indicator counts at least one kind of facts");
        }
    }

    public static Selection of(String... kinds) {
        return new Selection(List.of(kinds), List.of(), List.of(), null);
    }
}
