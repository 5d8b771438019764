package org.kepu.ledger.work;

import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskId;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * A task as its own page names it.
 *
 * @param written the body as the plan names it
 * @param body the body; {@code null} while nobody has decided who is meant
 * @param continues the task of the year before that it goes on with
 * @param continuedBy the task of the next year that goes on with it
 */
public record TaskHead(
        TaskId id,
        PlanId plan,
        MeasureId measure,
        RegionCode region,
        int year,
        Task.Role role,
        String written,
        @Nullable BodyId body,
        Task.State state,
        @Nullable TaskId continues,
        @Nullable TaskId continuedBy) {}
