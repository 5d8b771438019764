package org.kepu.activity.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Planned;

/** Sessions on other days, by the clock of Asia/Shanghai, where no hour is ever skipped. */
final class Moved {

    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private Moved() {}

    /** The same on another day; registration opens and closes as many days earlier as it did. */
    static Planned onto(LocalDate day, Planned first) {
        long later = ChronoUnit.DAYS.between(day(first.starts()), day);
        return new Planned(
                first.starts().plus(later, ChronoUnit.DAYS),
                first.ends().plus(later, ChronoUnit.DAYS),
                first.capacity(),
                first.perPerson(),
                first.waits(),
                later(first.opens(), later),
                later(first.closes(), later),
                first.offerMinutes(),
                first.lottery());
    }

    private static @Nullable Instant later(@Nullable Instant moment, long days) {
        return moment == null ? null : moment.plus(days, ChronoUnit.DAYS);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, HERE);
    }

    static LocalTime time(Instant moment) {
        return LocalTime.ofInstant(moment, HERE);
    }
}
