package org.kepu.activity.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Admission;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;

/**
 * Who asks for places.
 *
 * @param name by which they want to be called; of a school, its teacher
 * @param places how many, their own among them
 * @param key by which the same request is known when it comes again
 * @param by the clerk or the system that asks in their place; null: themselves
 * @param elder whether they may use what is kept for elders
 * @param home where they live, as they say; null: they do not
 * @param answers to the questions of the organiser, in their order; an empty one is none
 */
public record Applicant(
        String name,
        PhoneNumber phone,
        int places,
        String key,
        @Nullable Actor by,
        Party party,
        boolean elder,
        @Nullable RegionCode home,
        List<String> answers) {

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_KEY = 120;

    /** The most places of a group that a clerk books, where the session does not say so. */
    public static final int LARGEST_GROUP = 50;

    public Applicant {
        answers = List.copyOf(answers);
        if (places < 1
                || places > Admission.LARGEST_GROUP
                || party.children() >= places
                || key.isBlank()
                || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("somebody asks for 1 to 500 places, with a key");
        }
    }

    /** Somebody who says nothing more. */
    public Applicant(String name, PhoneNumber phone, int places, String key, @Nullable Actor by) {
        this(name, phone, places, key, by, Party.SINGLE, false, null, List.of());
    }

    @Override
    public String toString() {
        return "Applicant[" + phone + "]";
    }
}
