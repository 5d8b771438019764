package org.kepu.activity.school;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;

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

    /** What was told, in short: whoever changes it shows that they have read it. */
    static String seen(Map<SchoolNumber, Integer> told) {
        return Arrays.stream(values())
                .filter(told::containsKey)
                .map(what -> what + " " + told.get(what))
                .collect(joining(", "));
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "school.number." + name();
    }
}
