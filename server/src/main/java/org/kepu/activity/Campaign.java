package org.kepu.activity;

import java.time.LocalDate;

/**
 * A campaign or observance (主题活动) in one year: 全国科普日, 世界气象日.
 *
 * @param last the last day
 */
public record Campaign(String code, String name, LocalDate first, LocalDate last) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
