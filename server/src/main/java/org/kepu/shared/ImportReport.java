package org.kepu.shared;

import java.util.List;

/**
 * What became of each row of an imported file. It closes its own books: every row read was written, was there already, or was
 * rejected for a reason.
 *
 * @param errors the reasons, by line; of very many only the first are kept
 */
public record ImportReport(int read, int written, int unchanged, int rejected, List<RowError> errors) {

    public ImportReport {
        errors = List.copyOf(errors);
        if (read != written + unchanged + rejected) {
            throw new IllegalArgumentException("every row read must be written, unchanged or rejected: " + read + " ≠ "
                    + written + " + " + unchanged + " + " + rejected);
        }
        long lines = errors.stream().mapToInt(RowError::line).distinct().count();
        if (lines > rejected || (rejected > 0 && errors.isEmpty())) {
            throw new IllegalArgumentException(
                    "each rejected row has its reason: " + rejected + " rows, " + lines + " reasons");
        }
    }

    /** Whether more rows were rejected than reasons are listed. */
    public boolean isCutShort() {
        return errors.stream().mapToInt(RowError::line).distinct().count() < rejected;
    }
}
