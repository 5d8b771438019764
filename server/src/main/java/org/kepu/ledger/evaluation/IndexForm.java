package org.kepu.ledger.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * An index as it is typed.
 *
 * @param version that of the index as it was read; 0 for a new one
 */
public record IndexForm(
        @Pattern(regexp = NUMBER, message = "{evaluation.index.number.wrong}")
        String number,

        @NotBlank(message = "{evaluation.index.title.missing}")
        @Size(max = 100, message = "{evaluation.index.title.long}")
        String title,

        @Pattern(regexp = WEIGHT, message = "{evaluation.index.weight.wrong}")
        String weight,

        @Size(max = 500, message = "{evaluation.index.standard.long}")
        String standard,

        int version) {

    static final String NUMBER = "[1-9][0-9]?(\\.[1-9][0-9]?){0,2}";
    static final String WEIGHT = "\\d{1,3}(\\.\\d)?";

    public IndexForm {
        number = number == null ? "" : number.strip();
        title = title == null ? "" : title.strip();
        weight = weight == null ? "" : weight.strip();
        standard = standard == null ? "" : standard.strip();
    }

    static IndexForm empty() {
        return new IndexForm("", "", "", "", 0);
    }

    static IndexForm of(Index index) {
        return new IndexForm(index.number(), index.title(), index.full(), index.standard(), index.version());
    }

    /** The weight, if it is one between nought and a hundred. */
    Optional<BigDecimal> points() {
        if (!weight.matches(WEIGHT)) {
            return Optional.empty();
        }
        var points = new BigDecimal(weight);
        return Optional.of(points).filter(some -> some.signum() > 0 && some.compareTo(IndexTree.WHOLE) <= 0);
    }

    void check(Errors errors) {
        if (!errors.hasFieldErrors("weight") && points().isEmpty()) {
            errors.rejectValue("weight", "evaluation.index.weight.wrong");
        }
    }
}
