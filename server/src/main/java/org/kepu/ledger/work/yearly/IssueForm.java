package org.kepu.ledger.work.yearly;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What is settled when a work plan is issued.
 *
 * @param seen the sum of the versions of the sections that the issuer saw
 */
public record IssueForm(
        long seen,

        @NotBlank(message = "{work.plan.title.missing}")
        @Size(max = WorkPlan.LONGEST_TITLE, message = "{work.plan.title.long}")
        String title,

        @NotBlank(message = "{work.plan.issuer.missing}")
        @Size(max = WorkPlan.LONGEST_TITLE, message = "{work.plan.title.long}")
        String issuer,

        @NotBlank(message = "{work.plan.number.missing}")
        @Size(max = WorkPlan.LONGEST_NUMBER, message = "{work.plan.number.long}")
        String number,

        @NotNull(message = "{work.plan.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate day) {

    public IssueForm {
        title = Typed.line(title);
        issuer = Typed.line(issuer);
        number = Typed.line(number);
    }

    /** The same, for an issuer who sees these versions. */
    IssueForm having(long versions) {
        return new IssueForm(versions, title, issuer, number, day);
    }
}
