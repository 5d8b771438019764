package org.kepu.indicator.figure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;

/** A selection by the ids of its terms, as a statement takes it. */
record Chosen(
        Short[] kinds,
        Short[] audiences,
        Short[] places,
        @Nullable Boolean rural) {

    /** What a statement that takes {@link #parameters()} says of a row with these columns. */
    static final String CONDITION = """
             kind = any(:kinds)
             and (cardinality(:audiences::smallint[]) = 0 or audience = any(:audiences))
             and (cardinality(:places::smallint[]) = 0 or place = any(:places))
             and (:rural::boolean is null or rural = :rural)
            """;

    /**
     * Which of several selections mean a row with these columns, by their number from one on; to be joined in a statement that takes
     * {@link #parameters(List)}.
     */
    static final String MEANT = """
             (select kinds::smallint[], audiences::smallint[], places::smallint[], only_rural::boolean, number
              from unnest(:kindsOfEach::text[], :audiencesOfEach::text[], :placesOfEach::text[], :ruralOfEach::text[])
                   with ordinality as each (kinds, audiences, places, only_rural, number)
              offset 0) meant
             on kind = any(meant.kinds) and (meant.audiences = '{}' or audience = any(meant.audiences))
                and (meant.places = '{}' or place = any(meant.places))
                and (meant.only_rural is null or rural = meant.only_rural)
            """;

    /** In which years a window lies: with it a statement that takes {@code :from} and {@code :to} finds facts by their division. */
    static final String YEARS = """
             extract(year from day)::smallint between extract(year from :from::date)::smallint
                                                  and extract(year from :to::date)::smallint
            """;

    /**
     * The ids of the terms.
     *
     * @throws IllegalArgumentException if one of them is not known; a definition is checked before
     */
    static Chosen of(Selection selection, Terms terms) {
        return new Chosen(
                selection.kinds().stream()
                        .map(code -> terms.kind(code).map(Kind::id).orElseThrow(() -> unknown(code)))
                        .toArray(Short[]::new),
                ids(selection.audiences(), terms::audience),
                ids(selection.places(), terms::place),
                selection.rural());
    }

    /** The narrowest that holds all that one of them holds. */
    static Chosen around(List<Chosen> several) {
        return new Chosen(
                together(several, Chosen::kinds),
                open(several, Chosen::audiences) ? new Short[0] : together(several, Chosen::audiences),
                open(several, Chosen::places) ? new Short[0] : together(several, Chosen::places),
                several.stream().map(Chosen::rural).distinct().count() == 1
                        ? several.getFirst().rural()
                        : null);
    }

    /** Whether one of them means all terms of a sort. */
    private static boolean open(List<Chosen> several, Function<Chosen, Short[]> ids) {
        return several.stream().anyMatch(one -> ids.apply(one).length == 0);
    }

    private static Short[] together(List<Chosen> several, Function<Chosen, Short[]> ids) {
        return several.stream()
                .flatMap(one -> Stream.of(ids.apply(one)))
                .distinct()
                .toArray(Short[]::new);
    }

    private static Short[] ids(List<String> codes, Function<String, java.util.Optional<Term>> terms) {
        return codes.stream()
                .map(code -> terms.apply(code).map(Term::id).orElseThrow(() -> unknown(code)))
                .toArray(Short[]::new);
    }

    private static IllegalArgumentException unknown(String code) {
        return new IllegalArgumentException("no such term: " + code);
    }

    /** The parameters of all of them together, and of each for {@link #MEANT}. */
    static Map<String, @Nullable Object> parameters(List<Chosen> several) {
        var parameters = around(several).parameters();
        parameters.put("kindsOfEach", each(several, one -> written(one.kinds)));
        parameters.put("audiencesOfEach", each(several, one -> written(one.audiences)));
        parameters.put("placesOfEach", each(several, one -> written(one.places)));
        parameters.put("ruralOfEach", each(several, one -> one.rural == null ? null : one.rural.toString()));
        return parameters;
    }

    private static @Nullable String[] each(List<Chosen> several, Function<Chosen, @Nullable String> text) {
        return several.stream().map(text).toArray(String[]::new);
    }

    private static String written(Short[] ids) {
        return Stream.of(ids).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @SuppressWarnings("NullAway") // a parameter may be null
    Map<String, @Nullable Object> parameters() {
        var parameters = new java.util.HashMap<String, @Nullable Object>();
        parameters.put("kinds", kinds);
        parameters.put("audiences", audiences);
        parameters.put("places", places);
        parameters.put("rural", rural);
        return parameters;
    }
}
