package org.kepu.access.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** A deputy as it is written down. */
public record DeputyForm(
        @NotBlank(message = "{access.deputy.rule.UNKNOWN}") String deputy,

        @NotNull(message = "{access.grant.from.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate from,

        @NotNull(message = "{access.deputy.until.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate until,

        String reason) {

    public DeputyForm {
        deputy = deputy == null ? "" : deputy.strip();
        reason = reason == null ? "" : reason.strip();
    }

    static DeputyForm from(LocalDate day) {
        return new DeputyForm("", day, null, "");
    }

    Optional<DeputyRule.Wanted> wanted(UUID represented) {
        return from == null || until == null
                ? Optional.empty()
                : Optional.of(new DeputyRule.Wanted(represented, deputy, from, until, reason));
    }
}
