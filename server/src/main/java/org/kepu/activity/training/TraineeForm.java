package org.kepu.activity.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;
import org.springframework.validation.Errors;

/**
 * A trainee as a clerk types one.
 *
 * @param category by code or, in a table, by name
 * @param rural 是 or 否, or a tick; told only where the category asks
 * @param mark empty if there is none yet
 */
public record TraineeForm(String name, String phone, String category, String rural, String mark) {

    private static final String OF_HUNDRED = "\\d{1,2}|100";

    @SuppressWarnings("NullAway") // an absent field comes as null
    public TraineeForm {
        name = name == null ? "" : name.strip();
        phone = phone == null ? "" : phone.strip();
        category = category == null ? "" : category.strip();
        rural = rural == null ? "" : rural.strip();
        mark = mark == null ? "" : mark.strip();
    }

    static TraineeForm of(Trainee trainee) {
        return new TraineeForm(
                "",
                "",
                trainee.category(),
                Boolean.TRUE.equals(trainee.rural()) ? "true" : "",
                trainee.mark() == null ? "" : String.valueOf(trainee.mark()));
    }

    /** Says what is wrong with name and number, and with the rest. */
    void check(TrainingTerms terms, Errors errors) {
        if (name.isEmpty()) {
            errors.rejectValue("name", "training.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "training.wrong.phone");
        }
        checkRest(terms, errors);
    }

    /** Says what is wrong with what can be told otherwise of somebody on the list. */
    void checkRest(TrainingTerms terms, Errors errors) {
        if (name.length() > TraineeEntry.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("name", "training.wrong.name");
        }
        if (chosen(terms).isEmpty()) {
            errors.rejectValue("category", "training.wrong.category");
        }
        if (!rural.matches("(?:true|false|是|否)?")) {
            errors.rejectValue("rural", "training.wrong.rural");
        }
        if (!mark.isEmpty() && !mark.matches(OF_HUNDRED)) {
            errors.rejectValue("mark", "training.wrong.mark");
        }
    }

    private Optional<TrainingTerms.Category> chosen(TrainingTerms terms) {
        return terms.written(category);
    }

    String categoryCode(TrainingTerms terms) {
        return chosen(terms).orElseThrow().code();
    }

    /** Where the category asks, no tick means that it is no rural school. */
    @Nullable
    Boolean isRural(TrainingTerms terms) {
        return chosen(terms).orElseThrow().school() ? Boolean.valueOf(rural.equals("true") || rural.equals("是")) : null;
    }

    /** The name put right; null if it is right. */
    @Nullable
    String nameOf() {
        return name.isEmpty() ? null : name;
    }

    @Nullable
    Integer markOf() {
        return mark.isEmpty() ? null : Integer.valueOf(mark);
    }

    /** What was typed, once nothing is wrong. */
    TraineeEntry entry(TrainingTerms terms) {
        return new TraineeEntry(
                name, PhoneNumber.read(phone).orElseThrow(), categoryCode(terms), isRural(terms), markOf());
    }

    @Override
    public String toString() {
        return "TraineeForm";
    }
}
