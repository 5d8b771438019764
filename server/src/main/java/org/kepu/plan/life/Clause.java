package org.kepu.plan.life;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.ParsedPlan;

/**
 * A part of a draft on which an opinion can be given.
 *
 * @param node its place, as in {@code ACTION/1/2}; empty for the whole
 * @param group what it stands under; empty for the whole
 * @param title empty for the whole
 */
public record Clause(String node, String group, String title, String text) {

    static final String WHOLE = "";

    /** The whole first, then each measure and each point of the organisation. */
    static List<Clause> of(ParsedPlan plan) {
        var clauses = new ArrayList<Clause>();
        clauses.add(new Clause(WHOLE, "", "", ""));
        for (var programme : plan.programmes()) {
            for (var measure : programme.measures()) {
                clauses.add(new Clause(
                        programme.kind() + "/" + programme.ordinal() + "/" + measure.ordinal(),
                        programme.title(),
                        measure.title(),
                        measure.text()));
            }
        }
        for (int i = 0; i < plan.organisation().size(); i++) {
            var point = plan.organisation().get(i);
            clauses.add(new Clause("ORGANISATION/" + (i + 1), "", point.title(), point.text()));
        }
        return clauses;
    }

    public boolean isWhole() {
        return node.isEmpty();
    }
}
