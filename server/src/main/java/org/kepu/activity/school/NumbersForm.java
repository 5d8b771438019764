package org.kepu.activity.school;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * The numbers of a semester as a school types them; what is left empty is not told.
 *
 * @param seen what was told before, as it was read
 */
public record NumbersForm(String roll, String takingPart, String teachers, String seen) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public NumbersForm {
        roll = roll == null ? "" : roll.strip();
        takingPart = takingPart == null ? "" : takingPart.strip();
        teachers = teachers == null ? "" : teachers.strip();
        seen = seen == null ? "" : seen;
    }

    static NumbersForm of(SchoolStanding standing) {
        return new NumbersForm(
                text(standing, SchoolNumber.ROLL),
                text(standing, SchoolNumber.TAKING_PART),
                text(standing, SchoolNumber.SCIENCE_TEACHERS),
                SchoolNumber.seen(standing.numbers()));
    }

    /** The same of somebody who has read what is there now. */
    NumbersForm on(NumbersForm now) {
        return new NumbersForm(roll, takingPart, teachers, now.seen());
    }

    private static String text(SchoolStanding standing, SchoolNumber what) {
        var number = standing.number(what);
        return number == null ? "" : number.toString();
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors) {
        check(errors, "roll", roll);
        check(errors, "takingPart", takingPart);
        check(errors, "teachers", teachers);
        if (!errors.hasErrors()
                && !roll.isEmpty()
                && !takingPart.isEmpty()
                && Integer.parseInt(takingPart) > Integer.parseInt(roll)) {
            errors.rejectValue("takingPart", "school.wrong.more-than-all");
        }
    }

    private static void check(Errors errors, String field, String typed) {
        if (!typed.matches("\\d{0,5}")) {
            errors.rejectValue(field, "school.wrong.number");
        }
    }

    /** Those that were typed; the form is right. */
    Map<SchoolNumber, Integer> numbers() {
        var told = new EnumMap<SchoolNumber, Integer>(SchoolNumber.class);
        put(told, SchoolNumber.ROLL, roll);
        put(told, SchoolNumber.TAKING_PART, takingPart);
        put(told, SchoolNumber.SCIENCE_TEACHERS, teachers);
        return told;
    }

    private static void put(Map<SchoolNumber, Integer> told, SchoolNumber what, String typed) {
        if (!typed.isEmpty()) {
            told.put(what, Integer.valueOf(typed));
        }
    }
}
