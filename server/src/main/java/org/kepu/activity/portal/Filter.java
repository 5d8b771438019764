package org.kepu.activity.portal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.WhatsOn;
import org.kepu.shared.RegionCode;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as the address says it. What is not understood does not narrow the search.
 *
 * @param day {@code today}, {@code week}, a day, or empty: whatever comes
 */
public record Filter(String day, String region, String kind, String audience, String campaign) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public Filter {
        day = tidy(day);
        region = tidy(region);
        kind = tidy(kind);
        audience = tidy(audience);
        campaign = tidy(campaign);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null || typed.length() > 40 ? "" : typed.strip();
    }

    /** Days begin and end at midnight in Asia/Shanghai, and the week with Sunday's midnight. */
    WhatsOn asked(Clock clock) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var only = date();
        if (day.equals("today")) {
            return of(now, begin(today.plusDays(1), clock));
        }
        if (day.equals("week")) {
            return of(now, begin(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), clock));
        }
        return only == null ? of(now, null) : of(begin(only, clock), begin(only.plusDays(1), clock));
    }

    private WhatsOn of(Instant from, @Nullable Instant until) {
        return new WhatsOn(
                from,
                until,
                RegionCode.read(region).orElse(null),
                kind.isEmpty() ? null : kind,
                audience.isEmpty() ? null : audience,
                campaign.isEmpty() ? null : campaign);
    }

    private static Instant begin(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private @Nullable LocalDate date() {
        try {
            var date = LocalDate.parse(day);
            return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The day that was chosen, for the field. */
    public String chosenDay() {
        return date() == null ? "" : day;
    }

    public boolean isNarrow() {
        return !(day + region + kind + audience + campaign).isEmpty();
    }

    /** The address of the list, or of another form of it, with this filter. */
    public String at(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("day", day)
                .queryParam("region", region)
                .queryParam("kind", kind)
                .queryParam("audience", audience)
                .queryParam("campaign", campaign)
                .encode()
                .build()
                .toUriString();
    }
}
