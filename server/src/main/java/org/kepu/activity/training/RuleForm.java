package org.kepu.activity.training;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a class is held and when one has passed, as a clerk types it.
 *
 * @param mark empty if there is no exam
 * @param version of what was read; 0 if there was no class
 */
public record RuleForm(
        String mode, String share, String mark, @Nullable Integer version) {

    private static final String PERCENT = "\\d{1,2}|100";

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RuleForm {
        mode = mode == null ? "" : mode.strip();
        share = share == null ? "" : share.strip();
        mark = mark == null ? "" : mark.strip();
    }

    static RuleForm of(@Nullable TrainingClass training) {
        var rule = training == null ? PassRule.USUAL : training.rule();
        return new RuleForm(
                training == null ? "" : training.mode(),
                String.valueOf(rule.share()),
                rule.mark() == null ? "" : String.valueOf(rule.mark()),
                training == null ? 0 : training.version());
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    void check(TrainingTerms terms, Errors errors) {
        if (!terms.isMode(mode)) {
            errors.rejectValue("mode", "training.wrong.mode");
        }
        if (!share.matches(PERCENT)) {
            errors.rejectValue("share", "training.wrong.share");
        }
        if (!mark.isEmpty() && !mark.matches(PERCENT)) {
            errors.rejectValue("mark", "training.wrong.mark");
        }
    }

    PassRule rule() {
        return new PassRule(Integer.parseInt(share), mark.isEmpty() ? null : Integer.valueOf(mark));
    }
}
