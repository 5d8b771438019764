package org.kepu.audit.chain;

import java.util.Arrays;
import java.util.List;

/**
 * A link whose row is genuine and whose hash does not fit it: either the link was edited, or the row belongs elsewhere.
 *
 * @param previous the hash before it, as stored
 */
record Suspect(long position, byte[] previous, HashAlgorithm algorithm, byte[] hash, StoredEntry row) {

    /** Whether it is only out of place among the others: rows, contents or links were exchanged. */
    boolean isMoved(List<Suspect> all) {
        return all.stream().filter(other -> other.position != position).anyMatch(other -> takesMyRow(other, all));
    }

    /** Whether it is sound, and only the link before it was taken elsewhere. */
    boolean followsAMovedOne(List<Suspect> all) {
        return all.stream().anyMatch(before -> fits(before.hash, position, row));
    }

    private boolean takesMyRow(Suspect other, List<Suspect> all) {
        var contents = new StoredEntry(row.number(), other.row.entry(), other.row.mark());
        return fits(previous, position, other.row)
                || fits(previous, position, contents)
                || fits(other.previous, other.position, row)
                || all.stream().anyMatch(before -> fits(before.hash, other.position, row));
    }

    private boolean fits(byte[] before, long place, StoredEntry content) {
        return Arrays.equals(hash, content.hash(algorithm, before, place));
    }
}
