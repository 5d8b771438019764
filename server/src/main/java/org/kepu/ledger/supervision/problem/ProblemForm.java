package org.kepu.ledger.supervision.problem;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.validation.Errors;

/**
 * A problem as an office enters it.
 *
 * @param id made when the form was shown: sent twice, it is one problem
 * @param region the code of the office's division
 * @param sheet the sheet in which it was found, if it was
 * @param measure the measure it is about, if it is about one
 */
public record ProblemForm(
        @Nullable UUID id,
        @Nullable String region,
        @Nullable UUID body,
        @Nullable Source source,
        String origin,
        @Nullable UUID sheet,
        @Nullable UUID measure,
        @Nullable LocalDate foundOn,
        String what,
        String cause,
        String remedy,
        @Nullable LocalDate dueOn) {

    public ProblemForm {
        id = id == null ? UUID.randomUUID() : id;
        origin = Typed.line(origin);
        what = Typed.clean(what);
        cause = Typed.clean(cause);
        remedy = Typed.clean(remedy);
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors, LocalDate today) {
        if (body == null) {
            errors.rejectValue("body", "supervision.problem.form.body.wrong");
        }
        if (source == null) {
            errors.rejectValue("source", "supervision.problem.form.source.wrong");
        }
        if (origin.length() > Problem.LONGEST_ORIGIN) {
            errors.rejectValue("origin", "supervision.problem.form.long");
        }
        if (foundOn == null || foundOn.isAfter(today)) {
            errors.rejectValue("foundOn", "supervision.problem.form.found.wrong");
        }
        if (what.length() < 2 || what.length() > Problem.LONGEST) {
            errors.rejectValue("what", "supervision.problem.form.words.wrong");
        }
        if (cause.length() > Problem.LONGEST) {
            errors.rejectValue("cause", "supervision.problem.form.long");
        }
        if (remedy.length() < 2 || remedy.length() > Problem.LONGEST) {
            errors.rejectValue("remedy", "supervision.problem.form.words.wrong");
        }
        if (dueOn == null || (foundOn != null && dueOn.isBefore(foundOn))) {
            errors.rejectValue("dueOn", "supervision.problem.form.due.wrong");
        }
    }
}
