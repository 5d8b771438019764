package org.kepu.people.hours;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.people.ServiceRule;
import org.kepu.people.ServiceRules;
import org.kepu.people.ServiceTerms;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why somebody looks again at a duty before it counts. All duties of the person are looked at, of whatever team and whoever
 * has confirmed them, over 30 days on end and over nights: what is cut into pieces is put together again.
 */
@Component
class Flags {

    /** Shorter pauses are no rest: what lies around them is one run. */
    private static final Duration REST = Duration.ofHours(6);

    private static final Duration MONTH = Duration.ofDays(30);

    /** Kilometres at least from one banner to another, where no points are told. */
    private static final int BETWEEN_BANNERS = 20;

    /** Kilometres at least from one league to another, where no points are told. */
    private static final int BETWEEN_LEAGUES = 100;

    private static final double SECONDS_OF_AN_HOUR = 3600;

    private final JdbcClient database;
    private final ServiceRules rules;
    private final ServiceTerms terms;
    private final OfficeCalendar calendar;
    private final Regions regions;

    Flags(JdbcClient database, ServiceRules rules, ServiceTerms terms, OfficeCalendar calendar, Regions regions) {
        this.database = database;
        this.rules = rules;
        this.terms = terms;
        this.calendar = calendar;
        this.regions = regions;
    }

    /** @param present in which of the planned time they were there; null if in none of it */
    private record Near(
            UUID duty,
            Span planned,
            @Nullable Span present,
            RegionCode region,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    List<Duty.Flag> of(Duty duty, Shift shift) {
        var flags = new ArrayList<Duty.Flag>();
        if (duty.unclosed()) {
            flags.add(Duty.Flag.UNCLOSED);
        }
        if (duty.imported()) {
            flags.add(Duty.Flag.IMPORTED);
        } else if (duty.afterwards()) {
            flags.add(Duty.Flag.AFTERWARDS);
        }
        var rule = rules.of(shift.region());
        var near = near(duty.id());
        var here = near.stream().filter(one -> one.duty().equals(duty.id())).findFirst();
        if (here.filter(one -> isTooFast(one, near, rule)).isPresent()) {
            flags.add(Duty.Flag.SPEED);
        }
        if (here.map(Near::present)
                .filter(present -> isVeryMuch(duty.staff(), present, near, rule))
                .isPresent()) {
            flags.add(Duty.Flag.VOLUME);
        }
        return flags;
    }

    private List<Near> near(UUID duty) {
        return database.sql("""
                        select o.id, lower(o.planned) as starts, upper(o.planned) as ends, greatest(lower(o.planned), o.came) as came,
                               least(upper(o.planned), o.gone) as gone, s.region, s.latitude, s.longitude
                        from people.duty d join people.duty o on o.volunteer = d.volunteer and o.state = 'PRESENT'
                             join people.shift s on s.id = o.shift
                        where d.id = :duty and o.planned && tstzrange(lower(d.planned) - interval '31 days', upper(d.planned) + interval '31 days')
                        order by o.planned
                        """).param("duty", duty).query(Flags::near).list();
    }

    private static Near near(ResultSet row, int number) throws SQLException {
        var came = HoursRows.moment(row, "came");
        var gone = HoursRows.moment(row, "gone");
        return new Near(
                row.getObject("id", UUID.class),
                new Span(HoursRows.moment(row, "starts"), HoursRows.moment(row, "ends")),
                gone.isAfter(came) ? new Span(came, gone) : null,
                new RegionCode(row.getString("region")),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }

    private boolean isTooFast(Near here, List<Near> near, ServiceRule rule) {
        return near.stream()
                .filter(there -> !there.duty().equals(here.duty()))
                .anyMatch(there ->
                        lieFarther(here, there, rule.speedFlag() * hoursBetween(here.planned(), there.planned())));
    }

    /** A minute at least: shifts that touch leave no time, and no time is no quotient. */
    private static double hoursBetween(Span one, Span other) {
        var between = one.from().isBefore(other.from())
                ? Duration.between(one.to(), other.from())
                : Duration.between(other.to(), one.from());
        return Math.max(between.toSeconds(), 60) / SECONDS_OF_AN_HOUR;
    }

    /** Farther than so many kilometres. Where a point is missing the divisions say it, which are only read if that can matter. */
    private boolean lieFarther(Near one, Near other, double kilometres) {
        var latitude = one.latitude();
        var longitude = one.longitude();
        var otherLatitude = other.latitude();
        var otherLongitude = other.longitude();
        if (latitude != null && longitude != null && otherLatitude != null && otherLongitude != null) {
            return Shift.kilometres(latitude, longitude, otherLatitude, otherLongitude) > kilometres;
        }
        if (kilometres >= BETWEEN_LEAGUES || one.region().equals(other.region())) {
            return false;
        }
        return lieApart(RegionLevel.LEAGUE, one, other)
                || kilometres < BETWEEN_BANNERS && lieApart(RegionLevel.BANNER, one, other);
    }

    private boolean lieApart(RegionLevel level, Near one, Near other) {
        var here = above(level, one.region());
        var there = above(level, other.region());
        return here.isPresent() && there.isPresent() && !here.equals(there);
    }

    private Optional<RegionCode> above(RegionLevel level, RegionCode region) {
        return regions.pathTo(region).stream()
                .filter(one -> one.level() == level)
                .map(Region::code)
                .findFirst();
    }

    /** More than a day may count in one run without a night's rest, or more than the rule says in any 30 days. */
    private boolean isVeryMuch(boolean staff, Span present, List<Near> near, ServiceRule rule) {
        var all = near.stream()
                .flatMap(one -> Optional.ofNullable(one.present()).stream())
                .sorted(comparing(Span::from))
                .toList();
        var count = new HoursRule(rule.dayCap(), terms.officeHours(), calendar.days());
        return minutes(count, staff, run(present, all), all) > rule.dayCap()
                || all.stream()
                        .map(Span::from)
                        .filter(from -> !from.isAfter(present.from()))
                        .map(from -> new Span(from, from.plus(MONTH)))
                        .filter(month -> month.to().isAfter(present.from()))
                        .anyMatch(month -> minutes(count, staff, month, all) > rule.monthFlag());
    }

    /** From the beginning of the first to the end of the last, with no rest between them. */
    private static Span run(Span present, List<Span> all) {
        var run = present;
        for (var one : all) {
            if (one.from().isAfter(run.from()) && one.from().isBefore(run.to().plus(REST))) {
                run = new Span(run.from(), one.to().isAfter(run.to()) ? one.to() : run.to());
            }
        }
        for (var one : all.reversed()) {
            if (one.from().isBefore(run.from()) && one.to().plus(REST).isAfter(run.from())) {
                run = new Span(one.from(), run.to());
            }
        }
        return run;
    }

    /** What could count within a time, all shifts together. */
    private static int minutes(HoursRule count, boolean staff, Span within, List<Span> all) {
        var days = new HashMap<LocalDate, Integer>();
        for (var one : all) {
            count.count(within, one, staff, days).forEach((day, minutes) -> days.merge(day, minutes, Integer::sum));
        }
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }
}
