package org.kepu.ledger.supervision.problem;

/** Where a problem was found. */
public enum Source {
    /** 调度填报 */
    SHEET,
    /** 评估 */
    EVALUATION,
    /** 实地走访、专项调研、座谈 */
    VISIT,
    OTHER;

    /** The key of its name on screen. */
    public String messageKey() {
        return "supervision.problem.source." + name();
    }
}
