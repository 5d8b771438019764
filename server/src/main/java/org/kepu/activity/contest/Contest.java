package org.kepu.activity.contest;

import java.time.LocalDate;
import org.kepu.activity.ActivityId;

/**
 * What a contest says beyond what an activity does.
 *
 * @param series that it is one of, such as 青少年科技创新大赛
 * @param whiteList the list of the education ministry in which it is, as it is called; empty if it is in none
 * @param from the first day on which one may enter
 * @param to the last day on which one may enter
 */
public record Contest(
        ActivityId activity,
        String series,
        ContestLevel level,
        String whiteList,
        LocalDate from,
        LocalDate to,
        int version) {

    /** The kind of activities that are contests. */
    public static final String KIND = "CONTEST";

    public static final int LONGEST_SERIES = 60;
    public static final int LONGEST_LIST = 80;

    public boolean isWhiteListed() {
        return !whiteList.isEmpty();
    }
}
