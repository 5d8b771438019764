package org.kepu.ledger.evaluation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.Plan;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/** What an office types when it sets an evaluation for a plan. */
public record EvaluationForm(
        @NotNull(message = "{evaluation.form.plan.missing}") @Nullable
        UUID plan,

        @NotNull(message = "{evaluation.form.kind.missing}") @Nullable
        EvaluationKind kind,

        @Size(min = 2, max = 60, message = "{evaluation.form.name.wrong}")
        String name,

        @NotNull(message = "{evaluation.form.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate from,

        @NotNull(message = "{evaluation.form.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate to,

        @NotNull(message = "{evaluation.form.days.wrong}")
        @Min(value = 1, message = "{evaluation.form.days.wrong}")
        @Max(value = 60, message = "{evaluation.form.days.wrong}")
        @Nullable
        Integer selfDays,

        @NotNull(message = "{evaluation.form.few-days.wrong}")
        @Min(value = 1, message = "{evaluation.form.few-days.wrong}")
        @Max(value = 30, message = "{evaluation.form.few-days.wrong}")
        @Nullable
        Integer rebuttalDays,

        @NotNull(message = "{evaluation.form.few-days.wrong}")
        @Min(value = 1, message = "{evaluation.form.few-days.wrong}")
        @Max(value = 30, message = "{evaluation.form.few-days.wrong}")
        @Nullable
        Integer answerDays,

        @NotNull(message = "{evaluation.form.share.wrong}")
        @Min(value = 0, message = "{evaluation.form.share.wrong}")
        @Max(value = 100, message = "{evaluation.form.share.wrong}")
        @Nullable
        Integer expertShare) {

    public EvaluationForm {
        name = name == null ? "" : name.strip();
    }

    /** What is usual: from the plan's beginning to today, ten working days, five for objections, ten for answers, no experts. */
    static EvaluationForm usual(@Nullable Plan plan, LocalDate today) {
        var from = LocalDate.of(plan == null ? today.getYear() : plan.periodFrom(), 1, 1);
        return new EvaluationForm(
                plan == null ? null : plan.id().value(),
                EvaluationKind.MIDTERM,
                "",
                from,
                today.isBefore(from) ? from : today,
                10,
                5,
                10,
                0);
    }

    /** What only all fields together can say. */
    void check(Errors errors) {
        if (from != null && to != null && to.isBefore(from)) {
            errors.rejectValue("to", "evaluation.form.to.before");
        }
    }
}
