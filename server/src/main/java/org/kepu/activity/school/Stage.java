package org.kepu.activity.school;

/** What a school teaches; those for which the plans set numbers (中小学、中职). */
public enum Stage {
    /** 小学. */
    PRIMARY,
    /** 初中. */
    JUNIOR,
    /** 高中. */
    SENIOR,
    /** 九年一贯制学校、完全中学. */
    COMBINED,
    /** 中等职业学校. */
    VOCATIONAL,
    /** 特殊教育学校. */
    SPECIAL;

    /** The key of its name on screen. */
    public String messageKey() {
        return "school.stage." + name();
    }
}
