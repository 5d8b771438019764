package org.kepu.ledger.evaluation;

/** Whose mark it is. */
public enum Hand {
    /** 自评 */
    SELF,
    /** 办公室评分 */
    OFFICE,
    /** 专家评分: entered by the office for the panel. */
    EXPERT;

    /** The key of its name on screen. */
    public String messageKey() {
        return "evaluation.hand." + name();
    }
}
