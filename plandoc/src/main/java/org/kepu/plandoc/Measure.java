package org.kepu.plandoc;

import java.util.List;

/**
 * One 措施 of a programme.
 *
 * @param ordinal 1… within the programme
 * @param title the leading sentence or heading, without number, dash or full stop
 * @param text the whole measure, title included, white space removed
 * @param at its places in the source, first the running text, then its row of the responsibility table
 */
public record Measure(
        int ordinal,
        String title,
        String text,
        List<String> leads,
        List<String> participants,
        AssignedBy assignedBy,
        List<Target> targets,
        List<Span> at) {
    public Measure {
        leads = List.copyOf(leads);
        participants = List.copyOf(participants);
        targets = List.copyOf(targets);
        at = List.copyOf(at);
    }

    /** Where a measure's bodies come from. */
    public enum AssignedBy {
        /** the programme's own list */
        SECTION,
        /** its own row of a table */
        ROW,
        /** a blank or merged cell of its row, filled from the row above */
        ROW_ABOVE,
        /** a note in its own text */
        INLINE,
        NONE
    }
}
