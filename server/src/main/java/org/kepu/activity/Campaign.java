package org.kepu.activity;

import java.time.LocalDate;

/**
 * A campaign or observance (主题活动) in one year: 全国科普日, 世界气象日.
 *
 * @param last the last day
 */
public record Campaign(String code, String name, LocalDate first, LocalDate last) {

    /** Whether it goes on all year, and is no day to wait for. */
    public boolean lasts() {
        return first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
