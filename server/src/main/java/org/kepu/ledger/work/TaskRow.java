package org.kepu.ledger.work;

/**
 * A task in a list.
 *
 * @param programme the title of its programme
 * @param measure the title of its measure
 * @param parts those that are to be done or are done
 * @param late parts whose last day went by
 * @param evidence how much of it stands
 * @param planned whether it was taken into the body's own plan
 */
public record TaskRow(
        TaskHead task,
        String programme,
        int ordinal,
        String measure,
        int partsDone,
        int parts,
        int late,
        int evidence,
        boolean planned) {}
