package org.kepu.activity;

import org.jspecify.annotations.Nullable;

/**
 * Where an activity takes place.
 *
 * @param kind of place, as facts name it; empty if not told
 * @param address the name of the place and its address
 * @param way how one gets there
 * @param latitude in degrees; with a longitude or not at all
 */
public record Place(
        String kind,
        String address,
        String way,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public Place {
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("a latitude goes with a longitude");
        }
    }
}
