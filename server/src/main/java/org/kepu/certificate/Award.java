package org.kepu.certificate;

import java.time.LocalDate;
import org.kepu.shared.RegionCode;

/**
 * What a certificate is to be issued for.
 *
 * @param source the row of the capability that issues it; of one source one certificate holds at a time
 * @param title what the holder did
 * @param minutes how long it took
 * @param first the day on which it began
 * @param last the day on which it ended
 * @param issuer the body in whose name it is issued
 * @param holder the name in full
 * @param contact the telephone number by which the holder is known
 */
public record Award(
        Certificate.Kind kind,
        String source,
        String title,
        int minutes,
        LocalDate first,
        LocalDate last,
        String issuer,
        RegionCode region,
        String holder,
        String contact) {

    @Override
    public String toString() {
        return "Award[" + source + "]";
    }
}
