package org.kepu.people;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;

/**
 * Who somebody is, as they are entered.
 *
 * @param phone the own number; of a minor the guardian's
 * @param minor null if of age
 */
public record Identity(
        String name, PhoneNumber phone, @Nullable Minor minor) {

    public static final int LONGEST_NAME = 40;

    /** From this age on nobody else has to agree (民法典第十七条). */
    public static final int OF_AGE = 18;

    /**
     * Somebody under age, for whom a guardian has agreed.
     *
     * @param birth year and month
     * @param guardian the guardian's name in full
     */
    public record Minor(YearMonth birth, String guardian) {

        @Override
        public String toString() {
            return "Minor";
        }
    }

    public static Identity of(String name, PhoneNumber phone) {
        return new Identity(name, phone, null);
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
