package org.kepu.ledger.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.plan.Plan;
import org.kepu.shared.BodyId;

/**
 * The tasks of a plan and a year, of one body or of all within reach.
 *
 * @param plan {@code null} where there is none within reach
 * @param bodies those that may be chosen
 * @param body the one that is chosen
 */
public record TaskList(
        List<Plan> plans,
        @Nullable Plan plan,
        List<Integer> years,
        int year,
        List<Body> bodies,
        @Nullable BodyId body,
        List<TaskRow> rows) {

    /** How many were taken into the body's own plan (G11-07). */
    public long planned() {
        return rows.stream().filter(TaskRow::planned).count();
    }

    /** The same choice, for an address: {@code ?plan=…&year=…&body=…}. */
    public String query() {
        return plan == null ? "" : "?plan=" + plan.id() + "&year=" + year + (body == null ? "" : "&body=" + body);
    }
}
