package org.kepu.plandoc;

import java.util.List;

/**
 * An 行动 for a group of people or a 工程 for a means.
 *
 * @param ordinal 1… within its kind
 * @param title without 实施 and without its number
 * @param leads 牵头部门 of the whole programme, as written; empty where given per measure only
 * @param at its heading in the source
 */
public record Programme(
        Kind kind,
        int ordinal,
        String title,
        List<String> leads,
        List<String> participants,
        List<Measure> measures,
        Span at) {
    public Programme {
        leads = List.copyOf(leads);
        participants = List.copyOf(participants);
        measures = List.copyOf(measures);
    }

    public enum Kind {
        /** 行动 */
        ACTION,
        /** 工程 */
        PROJECT
    }
}
