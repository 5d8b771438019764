package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Who leads and who takes part, as a note, a label line or a table row says it. */
record Assignment(List<String> leads, List<String> participants) {
    static final Assignment NONE = new Assignment(List.of(), List.of());

    Assignment {
        leads = List.copyOf(leads);
        participants = List.copyOf(participants);
    }

    boolean isEmpty() {
        return leads.isEmpty() && participants.isEmpty();
    }

    Assignment and(Assignment other) {
        return new Assignment(union(leads, other.leads), union(participants, other.participants));
    }

    /** A body that is both stands in the leads alone. */
    Assignment withLeadsOnce() {
        return new Assignment(
                leads,
                participants.stream().filter(body -> !leads.contains(body)).toList());
    }

    /** Where the document says that the first of a list leads. */
    Assignment withFirstAsLead() {
        return leads.isEmpty() && !participants.isEmpty()
                ? new Assignment(participants.subList(0, 1), participants.subList(1, participants.size()))
                : this;
    }

    List<String> doubled() {
        return participants.stream().filter(leads::contains).toList();
    }

    private static List<String> union(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return new ArrayList<>(all);
    }
}
