package org.kepu.people.hours;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A shift of a team (服务班次).
 *
 * @param teamTitle what the team is called
 * @param body the body that answers for the team
 * @param service the class of service
 * @param latitude of the place; null if not told
 * @param places for how many
 * @param about what is done
 * @param risks what can happen
 * @param imported written down afterwards from a table
 * @param cancelled why it does not take place; null if it does
 * @param taken how many places are taken
 */
public record Shift(
        UUID id,
        UUID team,
        String teamTitle,
        @Nullable BodyId body,
        String title,
        String service,
        RegionCode region,
        String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Instant starts,
        Instant ends,
        int places,
        String about,
        String risks,
        boolean imported,
        @Nullable String cancelled,
        int taken) {

    private static final double EARTH = 6371;

    public Span planned() {
        return new Span(starts, ends);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(starts);
    }

    /** Whether somebody may still sign up. */
    public boolean isOpen(Instant now) {
        return cancelled == null && !hasBegun(now) && taken < places;
    }

    /** Where the desk shows it. */
    public String path() {
        return "/desk/shifts/" + id;
    }

    /** Kilometres between two points, as the crow flies. */
    static double kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double up = Math.toRadians(otherLatitude - latitude) / 2;
        double across = Math.toRadians(otherLongitude - longitude) / 2;
        double part = Math.pow(Math.sin(up), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(across), 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(part)));
    }
}
