package org.kepu.plan.life;

/** What a version of a plan is. */
public enum Stage {
    /** 初稿. */
    FIRST_DRAFT,
    /** 征求意见稿. */
    FOR_COMMENT,
    /** 印发稿. */
    ISSUED;

    public String messageKey() {
        return "life.stage." + name();
    }
}
