package org.kepu.region.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RowError;

/** Gathers what is wrong with which row. Counts all, keeps the reasons of the first few hundred. */
public final class Rejections {

    static final int KEPT = 500;

    private final List<RowError> errors = new ArrayList<>();
    private final BitSet lines = new BitSet();
    private int count;

    public void add(RowError error) {
        count++;
        lines.set(error.line());
        if (errors.size() < KEPT) {
            errors.add(error);
        }
    }

    /** How many reasons there were so far. */
    public int count() {
        return count;
    }

    /** The books of the file, closed: what was neither written nor rejected was there already. */
    public ImportReport report(int read, int written) {
        int rejected = lines.cardinality();
        return new ImportReport(
                read,
                written,
                read - written - rejected,
                rejected,
                errors.stream().sorted(Comparator.comparingInt(RowError::line)).toList());
    }
}
