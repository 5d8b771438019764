package org.kepu.activity.portal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.WhatsOn;
import org.kepu.shared.RegionCode;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as the address says it. What is not understood does not narrow the search.
 *
 * @param day {@code today}, {@code week}, {@code weekend}, a day, a month, or empty: whatever comes
 * @param near a division: what is in it and around it
 */
public record Filter(String day, String region, String kind, String audience, String campaign, String near) {

    /** Whatever comes. */
    public static final Filter NONE = new Filter("", "", "", "", "", "");

    static final String TODAY = "today";
    static final String WEEK = "week";
    static final String WEEKEND = "weekend";

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public Filter {
        day = tidy(day);
        region = tidy(region);
        kind = tidy(kind);
        audience = tidy(audience);
        campaign = tidy(campaign);
        near = tidy(near);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null || typed.length() > 40 ? "" : typed.strip();
    }

    /** Days begin and end at midnight in Asia/Shanghai, and the week with Sunday's midnight. */
    WhatsOn asked(Clock clock) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return switch (day) {
            case TODAY -> of(now, begin(today.plusDays(1), clock));
            case WEEK -> of(now, begin(monday, clock));
            case WEEKEND -> of(later(now, begin(monday.minusDays(2), clock)), begin(monday, clock));
            default -> {
                var only = date();
                var whole = month();
                if (only != null) {
                    yield during(only, only, clock);
                }
                yield whole == null ? of(now, null) : during(whole.atDay(1), whole.atEndOfMonth(), clock);
            }
        };
    }

    /** All that lasts into these days, what is over among it. */
    WhatsOn during(LocalDate first, LocalDate last, Clock clock) {
        return of(begin(first, clock), begin(last.plusDays(1), clock));
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

    /** The division near which somebody looks. */
    Optional<RegionCode> around() {
        return RegionCode.read(near);
    }

    private static Instant begin(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private @Nullable LocalDate date() {
        try {
            return known(LocalDate.parse(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private @Nullable YearMonth month() {
        try {
            var month = YearMonth.parse(day);
            return known(month.atDay(1)) == null ? null : month;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable LocalDate known(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
    }

    /** The month that was chosen, or that of the day that was; otherwise this month. */
    YearMonth month(Clock clock) {
        var only = date();
        var month = only == null ? month() : YearMonth.from(only);
        return month == null ? YearMonth.now(clock) : month;
    }

    /** The day that was chosen, for the field. */
    public String chosenDay() {
        return date() == null ? "" : day;
    }

    /** Whether one of the fields of the form is filled. */
    public boolean isNarrow() {
        return !(chosenDay() + region + kind + audience + campaign).isEmpty();
    }

    public Filter on(String otherDay) {
        return new Filter(otherDay, region, kind, audience, campaign, near);
    }

    public Filter in(String otherRegion) {
        return new Filter(day, otherRegion, kind, audience, campaign, near);
    }

    /** No matter near what. */
    public Filter anywhere() {
        return new Filter(day, region, kind, audience, campaign, "");
    }

    Filter inCampaign(String otherCampaign) {
        return new Filter(day, region, kind, audience, otherCampaign, near);
    }

    /** The address of the list, or of another form of it, with this filter. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "day", day);
        add(address, "region", region);
        add(address, "kind", kind);
        add(address, "audience", audience);
        add(address, "campaign", campaign);
        add(address, "near", near);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
