package org.kepu.people.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kepu.people.ServiceTerms.Office;
import org.kepu.shared.WorkingDays;

/**
 * What counts of a shift, in whole minutes, by the day: the planned time in which somebody was there, without the office
 * hours of those in paid service, and no more in a day than the rule says, all shifts together.
 *
 * @param cap minutes that count of a day at most
 * @param office the hours of working days in which those in paid service are at work
 */
record HoursRule(int cap, List<Office> office, WorkingDays days) {

    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /**
     * @param staff whether they are in paid service
     * @param counted minutes of other shifts that count already, by the day
     * @return days with something that counts
     */
    SortedMap<LocalDate, Integer> count(Span planned, Span present, boolean staff, Map<LocalDate, Integer> counted) {
        var minutes = new TreeMap<LocalDate, Integer>();
        planned.within(present).ifPresent(both -> {
            var last = both.to().minusNanos(1).atZone(HERE).toLocalDate();
            for (var day = both.from().atZone(HERE).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                long served =
                        both.within(of(day)).map(part -> served(part, staff)).orElse(0L);
                int rest = cap - counted.getOrDefault(day, 0);
                int counts = (int) Math.min(served, rest);
                if (counts > 0) {
                    minutes.put(day, counts);
                }
            }
        });
        return minutes;
    }

    private static Span of(LocalDate day) {
        return new Span(
                day.atStartOfDay(HERE).toInstant(),
                day.plusDays(1).atStartOfDay(HERE).toInstant());
    }

    private long served(Span part, boolean staff) {
        var paid = staff ? atWork(part) : Duration.ZERO;
        return part.length().minus(paid).toMinutes();
    }

    private Duration atWork(Span part) {
        var day = part.from().atZone(HERE).toLocalDate();
        return days.works(day)
                ? office.stream()
                        .map(hours -> new Span(
                                day.atTime(hours.from()).atZone(HERE).toInstant(),
                                day.atTime(hours.to()).atZone(HERE).toInstant()))
                        .flatMap(hours -> part.within(hours).stream())
                        .map(Span::length)
                        .reduce(Duration.ZERO, Duration::plus)
                : Duration.ZERO;
    }
}
