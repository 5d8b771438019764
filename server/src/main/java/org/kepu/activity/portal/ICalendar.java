package org.kepu.activity.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.Campaign;
import org.kepu.activity.Session;

/** Activities for a calendar (RFC 5545): an event for each session, known by the same name however often it is fetched. */
final class ICalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
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
        calendar.begin(name);
        lines.forEach(line -> line.sessions().forEach(session -> calendar.event(line.activity(), session)));
        return calendar.end();
    }

    /** Campaigns as events of whole days. */
    static String ofCampaigns(String site, String name, List<Campaign> campaigns, Instant now) {
        var calendar = new ICalendar(site, now);
        calendar.begin(name);
        campaigns.forEach(calendar::days);
        return calendar.end();
    }

    private void begin(String name) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Kepu//activities//ZH");
        line("METHOD", "PUBLISH");
        line("X-WR-CALNAME", escaped(name));
    }

    private String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    /** An event that ends before the day after its last one, as the standard counts days. */
    private void days(Campaign campaign) {
        line("BEGIN", "VEVENT");
        line("UID", campaign.code() + "-" + campaign.first().getYear() + "@" + host());
        line("DTSTAMP", STAMP.format(now));
        line("DTSTART;VALUE=DATE", DAY.format(campaign.first()));
        line("DTEND;VALUE=DATE", DAY.format(campaign.last().plusDays(1)));
        line("SUMMARY", escaped(campaign.name()));
        line(
                "URL",
                site + "/activities/campaigns/" + campaign.code() + "?year="
                        + campaign.first().getYear());
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private String host() {
        return site.replaceFirst("^[a-z]+://", "");
    }

    private void event(Activity activity, Session session) {
        var told = activity.described();
        line("BEGIN", "VEVENT");
        line("UID", session.id() + "@" + host());
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
