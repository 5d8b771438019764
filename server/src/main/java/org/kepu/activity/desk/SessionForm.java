package org.kepu.activity.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Planned;
import org.kepu.activity.Session;
import org.kepu.activity.template.SessionPattern;
import org.springframework.validation.Errors;

/**
 * A session as a clerk plans it; days and hours by the clock of Asia/Shanghai.
 *
 * @param lastDay empty if it ends on the day on which it begins
 * @param capacity empty if nobody need register
 * @param offerHours how long a free place is kept for whoever is next in the line; empty: they have it at once
 * @param lottery whether all enter until registration closes, and are drawn then
 * @param opensDay from when on one may register; empty: at once
 * @param closesDay until when; empty: until it starts
 */
public record SessionForm(
        String day,
        String begins,
        String lastDay,
        String ends,
        String capacity,
        String perPerson,
        @Nullable Boolean waits,
        String offerHours,
        @Nullable Boolean lottery,
        String opensDay,
        String opensTime,
        String closesDay,
        String closesTime) {

    static final SessionForm BLANK = new SessionForm("", "", "", "", "", "2", true, "", false, "", "", "", "");

    private static final int MINUTES = 60;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public SessionForm {
        day = tidy(day);
        begins = tidy(begins);
        lastDay = tidy(lastDay);
        ends = tidy(ends);
        capacity = tidy(capacity);
        perPerson = tidy(perPerson);
        waits = Boolean.TRUE.equals(waits);
        offerHours = tidy(offerHours);
        lottery = Boolean.TRUE.equals(lottery);
        opensDay = tidy(opensDay);
        opensTime = tidy(opensTime);
        closesDay = tidy(closesDay);
        closesTime = tidy(closesTime);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static SessionForm of(Session session) {
        var seats = session.seats();
        var begin = session.starts().atZone(HERE);
        var end = session.ends().atZone(HERE);
        var sameDay = begin.toLocalDate().equals(end.toLocalDate());
        return new SessionForm(
                begin.toLocalDate().toString(),
                TIME.format(begin),
                sameDay ? "" : end.toLocalDate().toString(),
                TIME.format(end),
                seats == null ? "" : String.valueOf(seats.capacity()),
                seats == null ? "2" : String.valueOf(seats.perPerson()),
                seats == null || seats.waits(),
                offer(seats),
                seats != null && seats.lottery(),
                seats == null ? "" : seats.opens().atZone(HERE).toLocalDate().toString(),
                seats == null ? "" : TIME.format(seats.opens().atZone(HERE)),
                seats == null ? "" : seats.closes().atZone(HERE).toLocalDate().toString(),
                seats == null ? "" : TIME.format(seats.closes().atZone(HERE)));
    }

    /** As a pattern has it, on no day yet. */
    static SessionForm like(@Nullable SessionPattern pattern) {
        if (pattern == null) {
            return BLANK;
        }
        var capacity = pattern.capacity();
        var minutes = pattern.offerMinutes();
        return new SessionForm(
                "",
                TIME.format(pattern.begins()),
                "",
                TIME.format(pattern.ends()),
                capacity == null ? "" : capacity.toString(),
                String.valueOf(pattern.perPerson()),
                pattern.waits(),
                minutes == null ? "" : String.valueOf(Math.max(1, minutes / MINUTES)),
                pattern.lottery(),
                "",
                "",
                "",
                "");
    }

    /** The same on no day yet, registration from at once until it begins. */
    SessionForm withoutDays() {
        return new SessionForm("", begins, "", ends, capacity, perPerson, waits, offerHours, lottery, "", "", "", "");
    }

    private static String offer(Session.@Nullable Seats seats) {
        var minutes = seats == null ? null : seats.offerMinutes();
        return minutes == null ? "" : String.valueOf(Math.max(1, minutes / MINUTES));
    }

    /** Says at each field what is wrong. */
    public void check(Errors errors) {
        var start = moment(day, begins);
        var end = moment(lastDay.isEmpty() ? day : lastDay, ends);
        if (start == null) {
            errors.rejectValue("day", "activity.wrong.day");
        }
        if (end == null || start != null && !end.isAfter(start)) {
            errors.rejectValue("ends", "activity.wrong.ends");
        }
        if (!capacity.isEmpty() && !capacity.matches("[1-9]\\d{0,5}")) {
            errors.rejectValue("capacity", "activity.wrong.capacity");
        }
        if (!perPerson.matches("[1-9]|[1-4]\\d|50")) {
            errors.rejectValue("perPerson", "activity.wrong.per-person");
        }
        if (!offerHours.isEmpty() && !offerHours.matches("[1-9]|[1-9]\\d|1[0-5]\\d|16[0-8]")) {
            errors.rejectValue("offerHours", "activity.wrong.offer");
        }
        var opens = moment(opensDay, opensTime);
        if (opens == null && !opensDay.isEmpty()) {
            errors.rejectValue("opensDay", "activity.wrong.opens");
        }
        var closes = moment(closesDay, closesTime);
        var last = closes == null ? start : closes;
        if (closes == null && !closesDay.isEmpty() || opens != null && last != null && !last.isAfter(opens)) {
            errors.rejectValue("closesDay", "activity.wrong.closes");
        }
    }

    /** What was planned, once nothing is wrong. */
    public Planned planned() {
        var start = moment(day, begins);
        var end = moment(lastDay.isEmpty() ? day : lastDay, ends);
        if (start == null || end == null) {
            throw new IllegalStateException("looked at before");
        }
        return new Planned(
                start,
                end,
                capacity.isEmpty() ? null : Integer.valueOf(capacity),
                Integer.parseInt(perPerson),
                Boolean.TRUE.equals(waits),
                moment(opensDay, opensTime),
                moment(closesDay, closesTime),
                offerHours.isEmpty() ? null : Integer.parseInt(offerHours) * MINUTES,
                Boolean.TRUE.equals(lottery));
    }

    /** Without an hour a day begins at midnight. */
    private static @Nullable Instant moment(String day, String time) {
        try {
            var date = LocalDate.parse(day);
            return date.isBefore(FIRST) || date.isAfter(LAST)
                    ? null
                    : date.atTime(time.isEmpty() ? LocalTime.MIN : LocalTime.parse(time))
                            .atZone(HERE)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
