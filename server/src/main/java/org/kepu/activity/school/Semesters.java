package org.kepu.activity.school;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.indicator.target.Semester;
import org.springframework.stereotype.Component;

/** The semesters of which schools tell their numbers. Days are those of Asia/Shanghai. */
@Component
class Semesters {

    private static final int CHOSEN_FROM = 6;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    Semesters(Clock clock) {
        this.clock = clock;
    }

    /** Those that can be chosen, this one first. */
    List<Semester> all() {
        return Stream.iterate(
                        Semester.of(today()), one -> Semester.of(one.from().minusDays(1)))
                .limit(CHOSEN_FROM)
                .toList();
    }

    /** The one that begins on a day; this one if no such can be chosen. */
    Semester from(String day) {
        var known = all();
        return known.stream()
                .filter(one -> one.from().toString().equals(day))
                .findFirst()
                .orElseGet(known::getFirst);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
