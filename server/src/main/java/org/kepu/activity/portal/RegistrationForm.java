package org.kepu.activity.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.PhoneNumber;
import org.springframework.validation.Errors;

/**
 * A registration as somebody fills it in.
 *
 * @param consent that one agrees to what is kept for how long
 * @param key made when the form was shown, so that sending it twice registers once
 */
public record RegistrationForm(
        String name, String phone, String places, @Nullable Boolean consent, String key) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RegistrationForm {
        name = tidy(name);
        phone = tidy(phone);
        places = tidy(places);
        consent = Boolean.TRUE.equals(consent);
        key = tidy(key);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static RegistrationForm blank() {
        return new RegistrationForm("", "", "1", false, UUID.randomUUID().toString());
    }

    /** Says at each field what is wrong. */
    void check(Errors errors) {
        if (name.isEmpty() || name.length() > Applicant.LONGEST_NAME) {
            errors.rejectValue("name", "activity.register.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "activity.register.wrong.phone");
        }
        if (!places.matches("[1-9]|[1-4]\\d|50")) {
            errors.rejectValue("places", "activity.register.wrong.places");
        }
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "activity.register.wrong.consent");
        }
        if (key.isEmpty() || key.length() > Applicant.LONGEST_KEY) {
            errors.reject("activity.register.wrong.key");
        }
    }

    /** Who asks, once nothing is wrong. */
    Applicant applicant() {
        return new Applicant(name, PhoneNumber.read(phone).orElseThrow(), Integer.parseInt(places), key, null);
    }

    @Override
    public String toString() {
        return "RegistrationForm";
    }
}
