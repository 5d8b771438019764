package org.kepu.people;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A rule of hours as it is typed, in hours where people speak of hours.
 *
 * @param dayCap hours of a day
 * @param monthFlag hours of a month
 * @param closeAfter minutes
 * @param version of the rule that was read
 */
public record RuleForm(
        String region,
        String dayCap,
        String monthFlag,
        String speedFlag,
        String closeAfter,
        @Nullable Boolean points,
        String pointHours,
        @Nullable Integer version) {

    private static final int MINUTES_OF_AN_HOUR = 60;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RuleForm {
        region = tidy(region);
        dayCap = tidy(dayCap);
        monthFlag = tidy(monthFlag);
        speedFlag = tidy(speedFlag);
        closeAfter = tidy(closeAfter);
        points = Boolean.TRUE.equals(points);
        pointHours = tidy(pointHours);
        version = version == null ? 0 : version;
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static RuleForm of(String region, ServiceRule rule) {
        return new RuleForm(
                region,
                String.valueOf(rule.dayCap() / MINUTES_OF_AN_HOUR),
                String.valueOf(rule.monthFlag() / MINUTES_OF_AN_HOUR),
                String.valueOf(rule.speedFlag()),
                String.valueOf(rule.closeAfter()),
                rule.points(),
                String.valueOf(rule.pointHours()),
                rule.version());
    }

    /** The same, typed against a later version. */
    RuleForm seen(int latest) {
        return new RuleForm(region, dayCap, monthFlag, speedFlag, closeAfter, points, pointHours, latest);
    }

    public boolean givesPoints() {
        return Boolean.TRUE.equals(points);
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors) {
        within(errors, "dayCap", dayCap, 1, 24);
        within(errors, "monthFlag", monthFlag, 1, 744);
        within(errors, "speedFlag", speedFlag, 10, 1000);
        within(errors, "closeAfter", closeAfter, 0, 10080);
        within(errors, "pointHours", pointHours, 1, 10);
    }

    private static void within(Errors errors, String field, String typed, int least, int most) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            errors.rejectValue(field, "people.wrong.number", new Object[] {least, most}, null);
        }
    }

    ServiceRule rule() {
        return new ServiceRule(
                Integer.parseInt(dayCap) * MINUTES_OF_AN_HOUR,
                Integer.parseInt(monthFlag) * MINUTES_OF_AN_HOUR,
                Integer.parseInt(speedFlag),
                Integer.parseInt(closeAfter),
                givesPoints(),
                Integer.parseInt(pointHours),
                version == null ? 0 : version);
    }
}
