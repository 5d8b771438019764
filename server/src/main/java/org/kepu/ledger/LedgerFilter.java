package org.kepu.ledger;

import org.jspecify.annotations.Nullable;
import org.kepu.ledger.supervision.light.Light;
import org.kepu.ledger.supervision.light.Lit;
import org.kepu.plandoc.Programme.Kind;

/**
 * Which rows of a ledger a reader wants to see; an absent part does not narrow.
 *
 * @param programme a programme's place, as in {@code ACTION-1}
 * @param lead a body that leads, as named in the ledger
 * @param participant a body that takes part
 * @param light the light of the measure, as it burns for the reader
 * @param numbered whether the measure carries a target with a number
 */
public record LedgerFilter(
        @Nullable String programme,
        @Nullable String lead,
        @Nullable String participant,
        @Nullable Boolean numbered,
        Task.@Nullable State state,
        @Nullable Light light) {

    public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null, null);

    public LedgerFilter {
        programme = blankToNull(programme);
        lead = blankToNull(lead);
        participant = blankToNull(participant);
    }

    /** Whether any part narrows. */
    public boolean narrows() {
        return !equals(ALL);
    }

    /** @param lit nothing where none of the measure's tasks is within reach */
    boolean accepts(LedgerRow row, @Nullable Lit lit) {
        return (programme == null || programme.equals(place(row.kind(), row.programme())))
                && (lead == null || row.leads().contains(lead))
                && (participant == null || row.participants().contains(participant))
                && (numbered == null || numbered == !row.targets().isEmpty())
                && (state == null || state == row.state())
                && (light == null || (lit != null && light == lit.light()));
    }

    /** How a programme is named in a filter. */
    public static String place(Kind kind, int ordinal) {
        return kind + "-" + ordinal;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
