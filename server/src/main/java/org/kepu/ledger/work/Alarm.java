package org.kepu.ledger.work;

import org.kepu.plan.Plan;

/** What is late. */
final class Alarm {

    private Alarm() {}

    /**
     * Whether a year lies before the one in which the plan was signed (G11-01: a plan of November 2023 has a first phase
     * 2021–2022). What such years ask is entered afterwards and never late.
     */
    static boolean isBackDated(Plan plan, int year) {
        var signed = plan.signedOn();
        return signed != null && year < signed.getYear();
    }
}
