package org.kepu.ledger.evaluation;

/** At which point of a plan it is evaluated. A plan may have both, one or none. */
public enum EvaluationKind {
    /** 中期自查 */
    MIDTERM,
    /** 终期总结 */
    FINAL;

    /** The key of its name on screen. */
    public String messageKey() {
        return "evaluation.kind." + name();
    }
}
