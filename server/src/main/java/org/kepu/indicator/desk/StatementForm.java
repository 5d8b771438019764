package org.kepu.indicator.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Method;
import org.springframework.validation.Errors;

/** A stated value as it was typed. */
public record StatementForm(String value, String day, String source, String document) {

    static final StatementForm BLANK = new StatementForm("", "", "", "");

    private static final int LONGEST = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public StatementForm {
        value = tidy(value);
        day = tidy(day);
        source = tidy(source);
        document = tidy(document);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\0", "");
    }

    /** Says at each field what is wrong. */
    void check(Definition definition, LocalDate today, Errors errors) {
        var number = number();
        if (number == null) {
            errors.rejectValue("value", "indicator.state.wrong.value");
        } else if (definition.unit().equals("%") && number.compareTo(HUNDRED) > 0) {
            errors.rejectValue("value", "indicator.state.wrong.percent");
        } else if (isStatus(definition) && !value.matches("[01]")) {
            errors.rejectValue("value", "indicator.state.wrong.status");
        }
        var date = date();
        if (date == null || date.isAfter(today)) {
            errors.rejectValue("day", "indicator.state.wrong.day");
        }
        if (source.isEmpty() || source.length() > LONGEST) {
            errors.rejectValue("source", "indicator.state.wrong.source");
        }
        if (document.length() > LONGEST) {
            errors.rejectValue("document", "indicator.state.wrong.document");
        }
    }

    private static boolean isStatus(Definition definition) {
        return definition.method() instanceof Method.Stated(var origin) && origin == Method.Origin.STATUS;
    }

    @Nullable
    BigDecimal number() {
        return value.matches("\\d{1,12}(\\.\\d{1,4})?") ? new BigDecimal(value) : null;
    }

    @Nullable
    LocalDate date() {
        return ReadDefinition.day(day);
    }
}
