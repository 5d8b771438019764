package org.kepu.activity.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How sessions come again, told from the first of them; written as a rule of RFC 5545. */
public enum Rhythm {
    /** 每周的这一天，或者选定的几天. */
    WEEKLY {
        @Override
        String by(LocalDate first, Collection<DayOfWeek> days) {
            return "FREQ=WEEKLY;BYDAY="
                    + (days.isEmpty() ? List.of(first.getDayOfWeek()) : days)
                            .stream().distinct().sorted().map(Rhythm::letters).collect(Collectors.joining(","));
        }
    },
    /** 每月的第几个星期几. */
    MONTHLY_BY_WEEKDAY {
        @Override
        String by(LocalDate first, Collection<DayOfWeek> days) {
            return "FREQ=MONTHLY;BYDAY=" + ((first.getDayOfMonth() - 1) / WEEK + 1) + letters(first.getDayOfWeek());
        }
    },
    /** 每月的最后一个星期几. */
    MONTHLY_BY_LAST_WEEKDAY {
        @Override
        String by(LocalDate first, Collection<DayOfWeek> days) {
            return "FREQ=MONTHLY;BYDAY=-1" + letters(first.getDayOfWeek());
        }
    },
    /** 每月的这一日；没有这一日的月份跳过. */
    MONTHLY_BY_DAY {
        @Override
        String by(LocalDate first, Collection<DayOfWeek> days) {
            return "FREQ=MONTHLY;BYMONTHDAY=" + first.getDayOfMonth();
        }
    };

    private static final int WEEK = 7;

    abstract String by(LocalDate first, Collection<DayOfWeek> days);

    /**
     * The rule, of weeks that begin on Monday.
     *
     * @param every 1: each week or month, 2: every second …
     * @param days of a week; none: that of the first
     */
    public String rule(LocalDate first, int every, Collection<DayOfWeek> days) {
        return by(first, days) + ";INTERVAL=" + every + ";WKST=MO";
    }

    private static String letters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "planning.rhythm." + name();
    }
}
