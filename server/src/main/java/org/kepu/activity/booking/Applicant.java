package org.kepu.activity.booking;

import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;

/**
 * Who asks for places.
 *
 * @param name by which they want to be called
 * @param places how many, their own among them
 * @param key by which the same request is known when it comes again
 * @param by the clerk or the system that asks in their place; null: themselves
 */
public record Applicant(
        String name,
        PhoneNumber phone,
        int places,
        String key,
        @Nullable Actor by) {

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_KEY = 120;

    /** The most places of a group that a clerk books. */
    public static final int LARGEST_GROUP = 50;

    public Applicant {
        if (places < 1 || places > LARGEST_GROUP || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("somebody asks for 1 to 50 places, with a key");
        }
    }

    @Override
    public String toString() {
        return "Applicant[" + phone + "]";
    }
}
