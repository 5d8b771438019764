package org.kepu.people.tour;

import java.time.LocalDate;
import java.util.UUID;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an invitation has its place in a tour: at one of the stops, on one of the days. */
@Component
public class TourStops {

    private final JdbcClient database;
    private final Regions regions;

    TourStops(JdbcClient database, Regions regions) {
        this.database = database;
        this.regions = regions;
    }

    /** Where it has its place, or why it has none. */
    public sealed interface Fit {

        record At(RegionCode banner) implements Fit {}

        enum Not implements Fit {
            /** There is no such tour within reach, or it is called off. */
            NO_TOUR,
            /** The place lies in none of its stops. */
            NO_STOP,
            /** The day is none of its days. */
            OTHER_DAYS
        }
    }

    private record Days(LocalDate first, LocalDate last) {}

    /** Looks at it, and holds the tour as it is until the transaction is over. */
    public Fit fit(Scope scope, UUID tour, RegionCode place, LocalDate day) {
        scope.demands(Right.KEEP_EXPERTS);
        var days = database.sql(
                        "select t.first_day as first, t.last_day as last from people.tour t where t.id = :tour and t.cancelled_at is null and "
                                + Tours.SEEN + " for share of t")
                .param("tour", tour)
                .params(scope.parameters())
                .query(Days.class)
                .optional();
        if (days.isEmpty()) {
            return Fit.Not.NO_TOUR;
        }
        var way = regions.pathTo(place).stream()
                .map(Region::code)
                .map(RegionCode::value)
                .toArray(String[]::new);
        var banner = database.sql(
                        "select banner from people.tour_stop where tour = :tour and taken_out_at is null and banner = any(:way)")
                .param("tour", tour)
                .param("way", way)
                .query(String.class)
                .optional();
        if (banner.isEmpty()) {
            return Fit.Not.NO_STOP;
        }
        return day.isBefore(days.get().first()) || day.isAfter(days.get().last())
                ? Fit.Not.OTHER_DAYS
                : new Fit.At(new RegionCode(banner.get()));
    }

    /** Whether a day is one of its days, and it takes place; holds that until the transaction is over. */
    public boolean holds(UUID tour, LocalDate day) {
        return database.sql(
                        "select t.cancelled_at is null and :day between t.first_day and t.last_day from people.tour t where t.id = :tour for share")
                .param("tour", tour)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
