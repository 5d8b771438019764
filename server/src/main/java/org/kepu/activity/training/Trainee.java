package org.kepu.activity.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who learns in a class, as lists show them.
 *
 * @param name masked; empty if the person had it erased
 * @param phone masked
 * @param rural whether they teach at a rural school; null where the category does not ask
 * @param mark null if there is none
 * @param attended in minutes, of sessions that were not called off
 * @param sessions how many of these they came to
 */
public record Trainee(
        UUID id,
        String name,
        String phone,
        String category,
        @Nullable Boolean rural,
        @Nullable Integer mark,
        int attended,
        int sessions) {

    /** By which their certificate is known. */
    public String source() {
        return "training/" + id;
    }
}
