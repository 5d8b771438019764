package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark as it is typed.
 *
 * @param points such as 8.5
 * @param version that of the mark as it was read; 0 where there was none
 * @param evidence the keys of what was picked
 */
public record MarkForm(
        Hand hand, String points, Boolean notApplicable, String words, int version, List<String> evidence) {

    public MarkForm {
        hand = hand == null ? Hand.SELF : hand;
        notApplicable = notApplicable != null && notApplicable;
        points = points == null ? "" : points.strip();
        words = words == null ? "" : words.strip();
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    static MarkForm of(Hand hand, @Nullable Mark mark, List<Evidence> picked) {
        return mark == null
                ? new MarkForm(hand, "", false, "", 0, List.of())
                : new MarkForm(
                        hand,
                        mark.written(),
                        mark.isNotApplicable(),
                        mark.words(),
                        mark.version(),
                        picked.stream().map(Evidence::key).toList());
    }

    /** What is typed, read against the full mark. */
    Points.Read read(BigDecimal full) {
        return Points.read(points, full);
    }

    /** The same, knowing what another has kept in the meantime. */
    MarkForm over(Mark theirs) {
        return new MarkForm(hand, points, notApplicable, words, theirs.version(), evidence);
    }
}
