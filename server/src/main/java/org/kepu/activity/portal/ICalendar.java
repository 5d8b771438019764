package org.kepu.activity.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.Session;

/** Activities for a calendar (RFC 5545): an event for each session, known by the same name however often it is fetched. */
final class ICalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();
    private final String site;
    private final Instant now;

    private ICalendar(String site, Instant now) {
        this.site = site;
        this.now = now;
    }

    /**
     * @param site the address of this installation
     * @param name of the calendar
     */
    static String of(String site, String name, List<Activities.Line> lines, Instant now) {
        var calendar = new ICalendar(site, now);
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Kepu//activities//ZH");
        calendar.line("METHOD", "PUBLISH");
        calendar.line("X-WR-CALNAME", escaped(name));
        lines.forEach(line -> line.sessions().forEach(session -> calendar.event(line.activity(), session)));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Activity activity, Session session) {
        var told = activity.described();
        line("BEGIN", "VEVENT");
        line("UID", session.id() + "@" + site.replaceFirst("^[a-z]+://", ""));
        line("DTSTAMP", STAMP.format(now));
        line("DTSTART", STAMP.format(session.starts()));
        line("DTEND", STAMP.format(session.ends()));
        line("SEQUENCE", String.valueOf(activity.version()));
        line("SUMMARY", escaped(activity.title()));
        line("LOCATION", escaped(told.place().address()));
        var latitude = told.place().latitude();
        if (latitude != null) {
            line("GEO", latitude + ";" + told.place().longitude());
        }
        if (!told.summary().isEmpty()) {
            line("DESCRIPTION", escaped(told.summary()));
        }
        line("URL", site + "/activities/" + activity.id());
        line("STATUS", session.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("END", "VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** No line has more than 75 bytes; a longer one goes on after a space, and no character is cut. */
    private void line(String name, String value) {
        int bytes = 0;
        for (var sign :
                (name + ":" + value).codePoints().mapToObj(Character::toString).toList()) {
            int size = sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(sign);
            bytes += size;
        }
        text.append("\r\n");
    }
}
