package org.kepu.activity.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.PhoneNumber;
import org.kepu.shared.Actor;

/**
 * Places that a clerk books for somebody, or for a group.
 *
 * @param key made when the form was shown, so that sending it twice books once
 */
record AgentForm(String name, String phone, String places, String key) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    AgentForm {
        name = tidy(name);
        phone = tidy(phone);
        places = tidy(places);
        key = tidy(key);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Nothing if a field is not filled as it must be. */
    Optional<Applicant> applicant(Actor by) {
        if (name.isEmpty()
                || name.length() > Applicant.LONGEST_NAME
                || !places.matches("[1-9]|[1-4]\\d|50")
                || key.isEmpty()
                || key.length() > Applicant.LONGEST_KEY) {
            return Optional.empty();
        }
        return PhoneNumber.read(phone).map(number -> new Applicant(name, number, Integer.parseInt(places), key, by));
    }

    @Override
    public String toString() {
        return "AgentForm";
    }
}
