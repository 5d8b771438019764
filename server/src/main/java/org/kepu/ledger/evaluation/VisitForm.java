package org.kepu.ledger.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.multipart.MultipartFile;

/**
 * A record of a visit as it is typed.
 *
 * @param id made when the form was shown: sent twice, it is one record
 * @param file one document, if any
 */
public record VisitForm(
        UUID id,

        @NotNull(message = "{evaluation.visit.kind.missing}")
        Visit.@Nullable Kind kind,

        @NotNull(message = "{evaluation.form.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate day,

        @NotBlank(message = "{evaluation.visit.place.missing}")
        @Size(max = 100, message = "{evaluation.visit.place.long}")
        String place,

        @NotBlank(message = "{evaluation.visit.company.missing}")
        @Size(max = 200, message = "{evaluation.visit.company.long}")
        String company,

        @NotBlank(message = "{evaluation.visit.findings.missing}")
        @Size(max = 2000, message = "{evaluation.visit.findings.long}")
        String findings,

        @Nullable MultipartFile file) {

    public VisitForm {
        id = id == null ? UUID.randomUUID() : id;
        place = place == null ? "" : place.strip();
        company = company == null ? "" : company.strip();
        findings = findings == null ? "" : findings.strip();
    }

    static VisitForm on(LocalDate day) {
        return new VisitForm(UUID.randomUUID(), Visit.Kind.VISIT, day, "", "", "", null);
    }
}
