package org.kepu.calendar;

import java.util.List;
import org.kepu.shared.RowError;

/** What came of handing in the notice of a year. It is taken whole or not at all: half a notice counts terms wrongly. */
public sealed interface CalendarImport {

    /** @param before how many days were on record for the year until now */
    record Taken(int year, int days, int before) implements CalendarImport {}

    /** The same was on record already. */
    record Unchanged(int year) implements CalendarImport {}

    record Refused(List<RowError> errors) implements CalendarImport {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
