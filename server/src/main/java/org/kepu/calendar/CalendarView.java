package org.kepu.calendar;

import java.util.List;
import org.kepu.shared.RowError;

/**
 * The calendar as a page.
 *
 * @param years those on record
 * @param known whether a notice is on record for the year shown
 * @param keeps whether the reader may take a notice in
 * @param pasted what was handed in and not taken
 * @param errors why not
 */
public record CalendarView(
        int year,
        List<Integer> years,
        List<NoticeDay> days,
        boolean known,
        boolean keeps,
        String pasted,
        List<RowError> errors) {}
