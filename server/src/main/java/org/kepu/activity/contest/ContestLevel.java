package org.kepu.activity.contest;

/** How far a contest reaches, the widest first. */
public enum ContestLevel {
    NATIONAL,
    REGION,
    LEAGUE,
    BANNER,
    SCHOOL;

    /** The key of its name on screen. */
    public String messageKey() {
        return "contest.level." + name();
    }
}
