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
import org.springframework.web.multipart.MultipartFile;

/**
 * Evidence as it is written down.
 *
 * @param id made when the form was shown: sent twice, it is one piece of evidence
 * @param supersedes the one whose place it takes
 * @param file one document, if any
 */
public record EvidenceForm(
        @NotNull UUID id,

        @NotBlank(message = "{work.evidence.said.missing}")
        @Size(max = Evidence.LONGEST, message = "{work.evidence.said.long}")
        String said,

        @NotNull(message = "{work.evidence.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate day,

        @Nullable UUID supersedes,
        @Nullable MultipartFile file) {

    public EvidenceForm {
        id = id == null ? UUID.randomUUID() : id;
        said = Typed.clean(said);
    }

    /** The same words, to take the place of another; the file is chosen anew. */
    EvidenceForm insteadOf(UUID other) {
        return new EvidenceForm(id, said, day, other, null);
    }

    public static EvidenceForm on(LocalDate day) {
        return new EvidenceForm(UUID.randomUUID(), "", day, null, null);
    }

    /** To say it anew: the words to begin with are those that were said. */
    public static EvidenceForm instead(Evidence said) {
        return new EvidenceForm(UUID.randomUUID(), said.said(), said.day(), said.id(), null);
    }
}
