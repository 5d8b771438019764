package org.kepu.ledger.supervision.yearly;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * One of the three facts as an office states it.
 *
 * @param id made when the form was shown: sent twice, it was said once
 * @param supersedes what stood when the form was shown
 */
public record YearlyFactForm(
        @Nullable UUID id,
        @Nullable Kind kind,
        @Nullable Boolean given,
        String title,
        String number,
        @Nullable LocalDate signedOn,
        @Nullable UUID supersedes,
        @Nullable MultipartFile file) {

    public YearlyFactForm {
        id = id == null ? UUID.randomUUID() : id;
        title = Typed.line(title);
        number = Typed.line(number);
    }

    static YearlyFactForm of(Kind kind, @Nullable YearlyFact standing) {
        return standing == null
                ? new YearlyFactForm(UUID.randomUUID(), kind, null, "", "", null, null, null)
                : new YearlyFactForm(
                        UUID.randomUUID(),
                        kind,
                        standing.given(),
                        standing.title(),
                        standing.number(),
                        standing.signedOn(),
                        standing.id(),
                        null);
    }

    /** The kind is that of the address. */
    YearlyFactForm of(Kind other) {
        return new YearlyFactForm(id, other, given, title, number, signedOn, supersedes, file);
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors, LocalDate today) {
        if (given == null) {
            errors.rejectValue("given", "supervision.yearly.form.given.wrong");
        } else if (given && title.isEmpty()) {
            errors.rejectValue("title", "supervision.yearly.form.title.wrong");
        }
        if (title.length() > YearlyFact.LONGEST_TITLE) {
            errors.rejectValue("title", "supervision.yearly.form.long");
        }
        if (number.length() > YearlyFact.LONGEST_NUMBER) {
            errors.rejectValue("number", "supervision.yearly.form.long");
        }
        if (signedOn != null && signedOn.isAfter(today)) {
            errors.rejectValue("signedOn", "supervision.yearly.form.day.wrong");
        }
    }
}
