package org.kepu.ledger.supervision.yearly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * Whether a government did one of the three in a year, and by which document. Never changed: a later word takes its place.
 *
 * @param given whether it did
 * @param title of the document that says so, {@code number} and {@code signedOn} as it bears them
 * @param file the document itself
 * @param standing whether no later word took its place
 */
public record YearlyFact(
        UUID id,
        RegionCode region,
        int year,
        Kind kind,
        boolean given,
        String title,
        String number,
        @Nullable LocalDate signedOn,
        @Nullable UUID file,
        Instant at,
        boolean standing) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_NUMBER = 60;
}
