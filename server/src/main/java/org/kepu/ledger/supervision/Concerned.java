package org.kepu.ledger.supervision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.TaskId;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * The task that a light, a note or a remark is about.
 *
 * @param written the body's name
 */
public record Concerned(
        UUID task,
        PlanId plan,
        MeasureId measure,
        RegionCode region,
        int year,
        String written,
        @Nullable BodyId body) {

    public TaskId id() {
        return new TaskId(task);
    }
}
