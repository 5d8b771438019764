package org.kepu.region;

import java.time.LocalDate;

/**
 * A state of the whole tree, named by the day from which it holds. A roll-up names its edition, so that a figure once issued can
 * be computed again after a merger.
 *
 * @param basis the notice or decision behind it
 */
public record Edition(LocalDate since, String basis) {}
