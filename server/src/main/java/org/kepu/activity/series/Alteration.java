package org.kepu.activity.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Planned;
import org.kepu.activity.Session;

/**
 * What is planned otherwise for the sessions of a series.
 *
 * @param laterByDays nought: on the same day
 * @param capacity null: nobody need register
 * @param offerMinutes null: whoever is next in the line has a free place at once
 */
public record Alteration(
        int laterByDays,
        LocalTime begins,
        LocalTime ends,
        @Nullable Integer capacity,
        int perPerson,
        boolean waits,
        @Nullable Integer offerMinutes) {

    /** Registration opens and closes as long before it begins as it did; what is open by {@code now} stays open. */
    Planned of(Session session, Instant now) {
        var day = session.day().plusDays(laterByDays);
        var nights = ChronoUnit.DAYS.between(session.day(), Moved.day(session.ends()));
        var starts = day.atTime(begins).atZone(Moved.HERE).toInstant();
        var later = Duration.between(session.starts(), starts);
        var seats = session.seats();
        return new Planned(
                starts,
                day.plusDays(nights).atTime(ends).atZone(Moved.HERE).toInstant(),
                capacity,
                perPerson,
                waits,
                seats == null
                        ? null
                        : seats.opens().isAfter(now) ? seats.opens().plus(later) : seats.opens(),
                seats == null ? null : seats.closes().plus(later),
                offerMinutes,
                seats != null && seats.lottery());
    }
}
