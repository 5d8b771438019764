package org.kepu.indicator.figure;

import java.util.List;
import java.util.Map;
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

    private static Short[] ids(
            List<String> codes, java.util.function.Function<String, java.util.Optional<Term>> terms) {
        return codes.stream()
                .map(code -> terms.apply(code).map(Term::id).orElseThrow(() -> unknown(code)))
                .toArray(Short[]::new);
    }

    private static IllegalArgumentException unknown(String code) {
        return new IllegalArgumentException("no such term: " + code);
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
