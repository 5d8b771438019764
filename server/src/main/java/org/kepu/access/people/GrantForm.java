package org.kepu.access.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * A role as it is written down to be given.
 *
 * @param q what was searched for to find the place
 * @param place the key of the place
 * @param wish the wish that it answers, if it does
 */
public record GrantForm(
        String q,

        @NotNull(message = "{access.grant.role.missing}") @Nullable
        Role role,

        @NotBlank(message = "{access.grant.place.missing}") String place,

        @NotNull(message = "{access.grant.from.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,

        String reason,

        @Nullable UUID wish) {

    public GrantForm {
        q = q == null ? "" : q;
        place = place == null ? "" : place;
        reason = reason == null ? "" : reason;
    }
}
