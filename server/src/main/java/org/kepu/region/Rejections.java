package org.kepu.region;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RowError;

/** Gathers what is wrong with which row. Counts all, keeps the reasons of the first few hundred. */
final class Rejections {

    static final int KEPT = 500;

    private final List<RowError> errors = new ArrayList<>();
    private final BitSet lines = new BitSet();
    private int count;

    void add(RowError error) {
        count++;
        lines.set(error.line());
        if (errors.size() < KEPT) {
            errors.add(error);
        }
    }

    /** How many reasons there were so far. */
    int count() {
        return count;
    }

    ImportReport report(int read, int written) {
        int rejected = lines.cardinality();
        return new ImportReport(
                read,
                written,
                read - written - rejected,
                rejected,
                errors.stream().sorted(Comparator.comparingInt(RowError::line)).toList());
    }
}
