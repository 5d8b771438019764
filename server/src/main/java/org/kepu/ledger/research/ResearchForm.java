package org.kepu.ledger.research;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * An inquiry as it is typed.
 *
 * @param id made when the form was shown: sent twice, it is one record
 * @param region the code of the division whose office went
 * @param file one document, if any
 */
public record ResearchForm(
        UUID id,
        String region,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,

        @NotBlank(message = "{research.topic.missing}") @Size(max = 100, message = "{research.topic.long}")
        String topic,

        @NotBlank(message = "{research.visited.missing}") @Size(max = 100, message = "{research.visited.long}")
        String visited,

        @NotBlank(message = "{research.company.missing}") @Size(max = 200, message = "{research.company.long}")
        String company,

        @NotBlank(message = "{research.findings.missing}") @Size(max = 2000, message = "{research.findings.long}")
        String findings,

        @Nullable MultipartFile file) {

    public ResearchForm {
        id = id == null ? UUID.randomUUID() : id;
        region = Typed.line(region);
        topic = Typed.line(topic);
        visited = Typed.line(visited);
        company = Typed.line(company);
        findings = Typed.clean(findings);
    }

    static ResearchForm on(LocalDate day, String region) {
        return new ResearchForm(UUID.randomUUID(), region, day, "", "", "", "", null);
    }

    /** What is recorded has happened. */
    void check(Errors errors, LocalDate today) {
        if (day == null || day.isAfter(today)) {
            errors.rejectValue("day", "research.day.wrong");
        }
    }
}
