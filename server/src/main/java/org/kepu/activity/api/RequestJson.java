package org.kepu.activity.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.PhoneNumber;
import org.kepu.shared.Actor;

/**
 * What another system asks for somebody.
 *
 * @param name by which they want to be called, up to 40 signs
 * @param phone by which they are known: one booking of a session for each number
 * @param places how many, their own among them; one where nothing is said
 */
record RequestJson(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Integer places) {

    /** The first field that is wrong. */
    Optional<String> wrong() {
        if (name == null || name.isBlank() || name.strip().length() > Applicant.LONGEST_NAME) {
            return Optional.of("name");
        }
        if (phone == null || PhoneNumber.read(phone).isEmpty()) {
            return Optional.of("phone");
        }
        return places != null && (places < 1 || places > Applicant.LARGEST_GROUP)
                ? Optional.of("places")
                : Optional.empty();
    }

    /** Who asks, once nothing is wrong. */
    Applicant applicant(String key, Actor by) {
        if (name == null || phone == null) {
            throw new IllegalStateException("looked at before");
        }
        return new Applicant(name.strip(), PhoneNumber.read(phone).orElseThrow(), places == null ? 1 : places, key, by);
    }

    @Override
    public String toString() {
        return "RequestJson";
    }
}
