package org.kepu.indicator.figure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.shared.RegionLevel;

/** How an indicator is computed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Method.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = Method.Persons.class, name = "persons"),
    @JsonSubTypes.Type(value = Method.Stock.class, name = "stock"),
    @JsonSubTypes.Type(value = Method.Each.class, name = "each"),
    @JsonSubTypes.Type(value = Method.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Method.Coverage.class, name = "coverage"),
    @JsonSubTypes.Type(value = Method.Stated.class, name = "stated")
})
public sealed interface Method {

    /** A method that says a number for any division by itself. */
    sealed interface Counting extends Method {
        Selection of();
    }

    /** An amount of all the facts in the window. */
    record Sum(Selection of, Amount amount) implements Counting {}

    /** Different persons in the window: who comes twice counts once (名). */
    record Persons(Selection of) implements Counting {}

    /**
     * Different things that stand at no less than {@code atLeast} on the last day of the window, by the last fact about
     * each; a thing of several kinds counts once.
     */
    record Stock(Selection of, Amount amount, long atLeast) implements Counting {}

    /**
     * The share of things that have enough in the window, and which fall short: every school four lectures each semester.
     *
     * @param among the things that there are on the last day of the window
     * @param latest whether the last fact counts, instead of the sum of all in the window
     */
    record Each(Selection among, Selection of, Amount amount, boolean latest, long atLeast) implements Method {}

    /**
     * One amount in proportion to another, in percent, by the last fact about each thing; and which things fall short.
     *
     * @param atLeast what each thing should reach, in percent; null if nothing is asked of each
     */
    record Ratio(
            Selection of,
            Selection base,
            Amount amount,
            @Nullable Long atLeast) implements Method {}

    /**
     * The divisions of a level that have enough, and which have not.
     *
     * @param share whether as a share of all of them, in percent, instead of their number
     */
    record Coverage(RegionLevel level, Counting each, long atLeast, boolean share) implements Method {}

    /** Not computed here: stated by somebody else, with source and day. */
    record Stated(Origin origin) implements Method {}

    /** Who states it. */
    enum Origin {
        /** Another system's count. */
        EXTERNAL,
        /** The official sample survey; nothing else makes a literacy ratio (纲要实施方案: 公民具备科学素质的比例). */
        SURVEY,
        /** A status that was won, or not: 1 or 0. */
        STATUS
    }
}
