package org.kepu.indicator.figure;

import java.time.LocalDate;

/**
 * The tree by which a figure is read.
 *
 * @param day the day whose tree is meant
 * @param edition the first day of the edition that holds then
 * @param drawn whether the cells are drawn for it
 */
record Tree(LocalDate day, LocalDate edition, boolean drawn) {

    /** Where the way to each code is found; the statement takes {@code :edition}. */
    String standing() {
        return drawn ? "indicator.standing" : "region.paths(:edition)";
    }
}
