package org.kepu.ledger.work;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * A part as it is written down.
 *
 * @param id made when the form was shown: sent twice, it is one part
 * @param version of the part that was shown; nought for a new one
 */
public record PartForm(
        @NotNull UUID id,
        Integer version,

        @NotBlank(message = "{work.part.what.missing}") @Size(max = Part.LONGEST, message = "{work.part.what.long}")
        String what,

        @Nullable UUID delegate,

        @NotNull(message = "{work.part.due.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate due) {

    public PartForm {
        id = id == null ? UUID.randomUUID() : id;
        version = version == null ? 0 : version;
        what = Typed.line(what);
    }

    public static PartForm empty() {
        return new PartForm(UUID.randomUUID(), 0, "", null, null);
    }

    /** The same, for somebody who has seen this version. */
    PartForm having(int seen) {
        return new PartForm(id, seen, what, delegate, due);
    }

    public static PartForm of(Part part) {
        var who = part.who();
        return new PartForm(part.id(), part.version(), part.what(), who == null ? null : who.id(), part.due());
    }
}
