package org.kepu.activity.approval;

import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionLevel;

/**
 * A step of a way: the office (纲要办) of a level above the activity, or a body.
 *
 * @param level null: it is the body's
 */
public record Step(@Nullable RegionLevel level, @Nullable BodyId body) {

    public Step {
        if ((level == null) == (body == null)) {
            throw new IllegalArgumentException("a step is an office's or a body's");
        }
    }

    public static Step office(RegionLevel level) {
        return new Step(level, null);
    }

    public static Step body(BodyId body) {
        return new Step(null, body);
    }
}
