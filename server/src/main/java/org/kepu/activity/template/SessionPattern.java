package org.kepu.activity.template;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Session;

/**
 * When in the day a session of a pattern is, by the clock of Asia/Shanghai, and how many may come.
 *
 * @param capacity null: nobody need register
 * @param offerMinutes null: whoever is next in the line has a free place at once
 */
public record SessionPattern(
        LocalTime begins,
        LocalTime ends,
        @Nullable Integer capacity,
        int perPerson,
        boolean waits,
        @Nullable Integer offerMinutes,
        boolean lottery) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    static SessionPattern of(Session session) {
        var seats = session.seats();
        return new SessionPattern(
                session.starts().atZone(HERE).toLocalTime(),
                session.ends().atZone(HERE).toLocalTime(),
                seats == null ? null : seats.capacity(),
                seats == null ? 2 : seats.perPerson(),
                seats == null || seats.waits(),
                seats == null ? null : seats.offerMinutes(),
                seats != null && seats.lottery());
    }
}
