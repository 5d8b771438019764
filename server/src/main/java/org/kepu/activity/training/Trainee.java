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
 * @param version one more each time that something of this is told otherwise
 */
public record Trainee(
        UUID id,
        String name,
        String phone,
        String category,
        @Nullable Boolean rural,
        @Nullable Integer mark,
        int attended,
        int sessions,
        int version) {

    /** By which their certificate is known. */
    public String source() {
        return "training/" + id;
    }
}
