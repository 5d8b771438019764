package org.kepu.activity;

import java.util.Optional;

/**
 * Where somebody is, to about a kilometre: enough to say what is near, too little to say who it is. It is used for one answer
 * and never kept.
 *
 * @param latitude in degrees, to two places
 * @param longitude in degrees, to two places
 */
public record Point(double latitude, double longitude) {

    public Point {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no point of the earth");
        }
        latitude = coarse(latitude);
        longitude = coarse(longitude);
    }

    /** The point that was sent, if it is one. */
    public static Optional<Point> read(String latitude, String longitude) {
        try {
            return Optional.of(new Point(Double.parseDouble(latitude), Double.parseDouble(longitude)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static double coarse(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }
}
