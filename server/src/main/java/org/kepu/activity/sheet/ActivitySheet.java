package org.kepu.activity.sheet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;

/**
 * A table of activities that was handed in.
 *
 * @param region the division within which its numbers name one thing
 * @param imported what became of it; null while it was only read on trial
 * @param kept whether its bytes are still here
 */
public record ActivitySheet(
        UUID id,
        String fileName,
        RegionCode region,
        Instant uploadedAt,
        ImportReport checked,
        @Nullable ImportReport imported,
        boolean kept) {

    public ImportReport report() {
        return imported == null ? checked : imported;
    }

    public boolean canBeTakenOver() {
        return imported == null && kept && checked.written() > 0;
    }
}
