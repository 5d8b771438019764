package org.kepu.ledger.round;

import java.util.List;

/** What came of writing on a sheet. */
public sealed interface Filling {

    /** Kept as a draft. */
    record Kept() implements Filling {}

    /**
     * Somebody else has changed the same lines in the meantime. Everything else was kept; these lines stand as the other left them, and
     * what was written here is shown beside.
     */
    record Clash(List<Clashing> lines) implements Filling {
        public Clash {
            lines = List.copyOf(lines);
        }
    }

    /** @param mine what was written here, which was not kept */
    record Clashing(Line theirs, Line mine) {}

    /** It is a draft still: these lines lack something. */
    record Lacking(List<LineFault.Lacking> lines) implements Filling {
        public Lacking {
            lines = List.copyOf(lines);
        }
    }

    record Submitted(boolean inTime) implements Filling {}

    /** It has been submitted or accepted; nothing was kept. */
    record Closed(SheetState state) implements Filling {}
}
