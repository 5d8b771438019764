package org.kepu.privacy.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The erasure of one person's data.
 *
 * @param person the identity that is left behind, to which no name belongs any more
 * @param steps the places that are done
 * @param done the proof, once every place is done and was asked again
 */
public record Erasure(UUID id, UUID person, Instant asked, List<Step> steps, Optional<Done> done) {

    public Erasure {
        steps = List.copyOf(steps);
    }

    /** What was done in one place. */
    public record Step(String source, Instant at, int removed, int anonymised, int kept) {}

    /**
     * The end.
     *
     * @param proof what was done where, as the hash covers it
     * @param hash SHA-256 of the proof, which stands on the trail
     * @param backupsUntil the day from which no backup holds the data any more
     */
    public record Done(Instant at, String proof, String hash, LocalDate backupsUntil) {}

    public int removed() {
        return steps.stream().mapToInt(Step::removed).sum();
    }

    public int anonymised() {
        return steps.stream().mapToInt(Step::anonymised).sum();
    }

    public int kept() {
        return steps.stream().mapToInt(Step::kept).sum();
    }
}
