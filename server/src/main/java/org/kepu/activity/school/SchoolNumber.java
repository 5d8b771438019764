package org.kepu.activity.school;

/** What a school says of a semester, as a number. */
public enum SchoolNumber {
    /** 在校学生, at the beginning of the semester. */
    ROLL("SCHOOL_ROLL"),
    /** 参与过科普活动的学生: each pupil once. */
    TAKING_PART("PUPILS_TAKING_PART"),
    /** 科技教师, full-time or part-time. */
    SCIENCE_TEACHERS("SCIENCE_TEACHER_POST");

    static final int MOST = 100_000;

    private final String fact;

    SchoolNumber(String fact) {
        this.fact = fact;
    }

    /** The kind of fact in which it is counted. */
    String fact() {
        return fact;
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "school.number." + name();
    }
}
