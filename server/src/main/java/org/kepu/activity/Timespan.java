package org.kepu.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** From when to when, as it is written: 2026年3月5日星期四 14:00—16:00, by the clock of Asia/Shanghai. */
public final class Timespan {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Timespan() {}

    /** The time of day: 14:05. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(HERE));
    }

    public static String of(Session session, Locale reader) {
        return of(session.starts(), session.ends(), reader);
    }

    public static String of(Instant from, Instant until, Locale reader) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(reader);
        var begin = from.atZone(HERE);
        var end = until.atZone(HERE);
        var second = begin.toLocalDate().equals(end.toLocalDate()) ? "" : day.format(end) + " ";
        return day.format(begin) + " " + TIME.format(begin) + "—" + second + TIME.format(end);
    }
}
