package org.kepu.plandoc.grammar;

import java.util.Optional;

/**
 * One whole paragraph, hard wraps undone.
 *
 * @param marker the number or dash it begins with
 */
record Para(Passage text, Optional<Marker> marker, boolean bold, int outlineLevel) {

    static Para of(Passage text, boolean bold, int outlineLevel) {
        return new Para(text, Marker.of(text), bold, outlineLevel);
    }

    /** The paragraph without its number. */
    Passage body() {
        return marker.map(found -> text.from(found.length())).orElse(text);
    }

    /** How deep it stands: paragraphs of one rank are siblings. Empty for running text. */
    Optional<Rank> rank() {
        return marker.map(found -> new Rank(found.style(), 0)).or(this::typographicRank);
    }

    private Optional<Rank> typographicRank() {
        boolean oneSentence = Sentences.indexOf(text, "。", 0) >= text.length() - 1;
        if (text.isEmpty() || text.length() > Headings.LONGEST || !oneSentence) {
            return Optional.empty();
        }
        if (outlineLevel > 0) {
            return Optional.of(new Rank(null, outlineLevel));
        }
        return bold ? Optional.of(new Rank(null, 10)) : Optional.empty();
    }

    /** @param style its numbering, {@code null} where only its type sets it off */
    record Rank(Marker.@org.jspecify.annotations.Nullable Style style, int level) {}
}
