package org.kepu.certificate;

import java.time.LocalDate;
import java.util.List;

/** What a certificate is made of, for whoever looks whether it holds. Beans of this type open their own certificates. */
public interface CertificateContents {

    /** Whether this certificate was issued for a row of theirs. */
    boolean knows(Certificate certificate);

    /** Line by line, the first first; no personal data. */
    List<Line> of(Certificate certificate);

    /** What was done on a day. */
    record Line(LocalDate day, String words, int minutes) {

        /** Such as 12 or 7.5. */
        public String hours() {
            return Certificate.hours(minutes);
        }
    }
}
