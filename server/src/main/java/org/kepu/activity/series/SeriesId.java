package org.kepu.activity.series;

import java.util.UUID;

/** The identity of a series. */
public record SeriesId(UUID value) {

    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
