package org.kepu.order.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Rule;
import org.springframework.validation.Errors;

/** How orders go in a division, as a clerk types it: days and weights are numbers in words until they are read. */
public record RuleForm(
        int version,
        @Nullable Boolean claims,
        String acceptDays,
        String dispatchDays,
        String claimDays,
        String takeDays,
        String scheduleDays,
        String serveDays,
        String confirmDays,
        String closeDays,
        String subject,
        String near,
        String load,
        String rating,
        String turn) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RuleForm {
        claims = Boolean.TRUE.equals(claims);
        acceptDays = tidy(acceptDays);
        dispatchDays = tidy(dispatchDays);
        claimDays = tidy(claimDays);
        takeDays = tidy(takeDays);
        scheduleDays = tidy(scheduleDays);
        serveDays = tidy(serveDays);
        confirmDays = tidy(confirmDays);
        closeDays = tidy(closeDays);
        subject = tidy(subject);
        near = tidy(near);
        load = tidy(load);
        rating = tidy(rating);
        turn = tidy(turn);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** @param own whether the division has set it itself; otherwise it is new there */
    static RuleForm of(Rule rule, boolean own) {
        var days = rule.days();
        var weights = rule.weights();
        return new RuleForm(
                own ? rule.version() : 0,
                rule.claims(),
                "" + days.accept(),
                "" + days.dispatch(),
                "" + days.claim(),
                "" + days.take(),
                "" + days.schedule(),
                "" + days.serve(),
                "" + days.confirm(),
                "" + days.close(),
                "" + weights.subject(),
                "" + weights.near(),
                "" + weights.load(),
                "" + weights.rating(),
                "" + weights.turn());
    }

    /** The days by the names of their fields, in the order of the steps. */
    public Map<String, String> days() {
        var days = new LinkedHashMap<String, String>();
        days.put("acceptDays", acceptDays);
        days.put("dispatchDays", dispatchDays);
        days.put("claimDays", claimDays);
        days.put("takeDays", takeDays);
        days.put("scheduleDays", scheduleDays);
        days.put("serveDays", serveDays);
        days.put("confirmDays", confirmDays);
        days.put("closeDays", closeDays);
        return days;
    }

    /** The weights by the names of their fields. */
    public Map<String, String> weights() {
        var weights = new LinkedHashMap<String, String>();
        weights.put("subject", subject);
        weights.put("near", near);
        weights.put("load", load);
        weights.put("rating", rating);
        weights.put("turn", turn);
        return weights;
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors) {
        days().forEach((field, typed) -> {
            if (!typed.matches("[1-9]\\d?") || Integer.parseInt(typed) > Rule.LONGEST) {
                errors.rejectValue(field, "order.rule.wrong.days", new Object[] {Rule.LONGEST}, null);
            }
        });
        weights().forEach((field, typed) -> {
            if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) > Rule.HEAVIEST) {
                errors.rejectValue(field, "order.rule.wrong.weight", new Object[] {Rule.HEAVIEST}, null);
            }
        });
    }

    /** What is set, once nothing is wrong. */
    Rule rule() {
        return new Rule(
                null,
                Boolean.TRUE.equals(claims),
                new Rule.Days(
                        Integer.parseInt(acceptDays),
                        Integer.parseInt(dispatchDays),
                        Integer.parseInt(claimDays),
                        Integer.parseInt(takeDays),
                        Integer.parseInt(scheduleDays),
                        Integer.parseInt(serveDays),
                        Integer.parseInt(confirmDays),
                        Integer.parseInt(closeDays)),
                new Rule.Weights(
                        Integer.parseInt(subject),
                        Integer.parseInt(near),
                        Integer.parseInt(load),
                        Integer.parseInt(rating),
                        Integer.parseInt(turn)),
                version);
    }
}
