package org.kepu.calendar;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the notices of {@code calendar/notices.csv} into the database at the start; a year that is on record stays as it is. */
@Component
class ShippedNotices implements SmartInitializingSingleton {

    private final OfficeCalendar calendar;
    private final KeepingCalendar keeping;
    private final TransactionTemplate transaction;

    ShippedNotices(OfficeCalendar calendar, KeepingCalendar keeping, TransactionTemplate transaction) {
        this.calendar = calendar;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(begun -> {
            keeping.lock();
            var known = calendar.years();
            read().forEach((year, days) -> {
                if (!known.contains(year)) {
                    keeping.write(year, days);
                }
            });
        });
    }

    /** By the year of the notice: a line belongs to the year in which its days end. */
    static Map<Integer, List<NoticeDay>> read() {
        var notices = new TreeMap<Integer, List<NoticeDay>>();
        lines().stream().collect(groupingBy(ShippedNotices::year)).forEach((year, lines) -> {
            var notice = NoticeText.of(String.join("\n", lines), year);
            if (!notice.errors().isEmpty()) {
                throw new IllegalStateException("calendar/notices.csv: " + notice.errors());
            }
            notices.put(year, new ArrayList<>(notice.days()));
        });
        return notices;
    }

    private static int year(String line) {
        var days = line.substring(0, line.indexOf(','));
        var last = days.substring(days.indexOf('至') + 1);
        return Integer.parseInt(last.substring(0, 4));
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("calendar/notices.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
