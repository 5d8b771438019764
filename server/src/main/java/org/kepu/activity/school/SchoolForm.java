package org.kepu.activity.school;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A school as it is entered.
 *
 * @param version of what was read; 0 for a new one
 */
public record SchoolForm(
        String code,
        String name,
        String region,
        @Nullable UUID keeper,
        @Nullable Stage stage,
        @Nullable Boolean rural,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        @Nullable Integer version) {

    static final SchoolForm BLANK = new SchoolForm("", "", "", null, null, null, null, null, 0);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public SchoolForm {
        code = code == null ? "" : code.strip();
        name = name == null ? "" : name.strip();
        region = region == null ? "" : region.strip();
        rural = rural != null && rural;
        version = version == null ? 0 : version;
    }

    static SchoolForm of(School school) {
        return new SchoolForm(
                school.code(),
                school.name(),
                school.region().value(),
                school.keeper().value(),
                school.stage(),
                school.rural(),
                school.opened(),
                school.closed(),
                school.version());
    }

    public boolean isRural() {
        return Boolean.TRUE.equals(rural);
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors, LocalDate today) {
        if (!code.matches("[0-9A-Za-z-]{2,32}")) {
            errors.rejectValue("code", "school.wrong.code");
        }
        if (name.length() < 2 || name.length() > 60) {
            errors.rejectValue("name", "school.wrong.name");
        }
        if (!region.matches("\\d{6}|\\d{9}|\\d{12}")) {
            errors.rejectValue("region", "school.wrong.region");
        }
        if (keeper == null) {
            errors.rejectValue("keeper", "school.wrong.keeper");
        }
        if (stage == null) {
            errors.rejectValue("stage", "school.wrong.stage");
        }
        if (opened == null || opened.isAfter(today) || opened.getYear() < 1949) {
            errors.rejectValue("opened", "school.wrong.opened");
        } else if (closed != null && (!closed.isAfter(opened) || closed.isAfter(today))) {
            errors.rejectValue("closed", "school.wrong.closed");
        }
    }
}
