package org.kepu.ledger.supervision.yearly;

/** What each government is asked to do with the work on science literacy every year (G11-05, G11-09). */
public enum Kind {
    /** 纳入本地区总体规划 */
    OVERALL_PLAN,
    /** 列入年度工作计划 */
    YEARLY_PLAN,
    /** 纳入目标管理考核 */
    TARGET_ASSESSMENT;

    /** The key of its name on screen. */
    public String messageKey() {
        return "supervision.yearly.kind." + name();
    }
}
