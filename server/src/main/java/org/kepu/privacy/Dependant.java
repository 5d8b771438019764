package org.kepu.privacy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.kepu.shared.Masked;

/**
 * Somebody for whom a guardian speaks, mostly a child.
 *
 * @param birth year and month, from which the age is known well enough
 */
public record Dependant(UUID id, String name, YearMonth birth) {

    /** Below this age data is sensitive (个人信息保护法第二十八条). */
    public static final int SENSITIVE_BELOW = 14;

    private static final int OF_AGE = 18;

    /** Under 14, counted so that nobody is taken for older than they are: until the month of the birthday is over. */
    public boolean minor(LocalDate day) {
        return !YearMonth.from(day).isAfter(birth.plusYears(SENSITIVE_BELOW));
    }

    /** Whether a guardian may still enter the person on this day. */
    public static boolean canBeEntered(YearMonth birth, LocalDate day) {
        return !birth.isAfter(YearMonth.from(day)) && !YearMonth.from(day).isAfter(birth.plusYears(OF_AGE));
    }

    public String masked() {
        return Masked.name(name);
    }

    @Override
    public String toString() {
        return "Dependant[" + id + "]";
    }
}
