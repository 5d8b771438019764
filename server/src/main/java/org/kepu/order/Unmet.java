package org.kepu.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people asked for and nobody served (精准对接需求): by place and by subject. */
@Service
public class Unmet {

    private final JdbcClient database;
    private final Regions regions;
    private final Clock clock;

    Unmet(JdbcClient database, Regions regions, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Of one place and one subject.
     *
     * @param place a division directly below the one that was asked for, or that itself
     * @param unmet refused or given up because nobody could serve
     * @param waiting beyond the promised day, and not over
     * @param all that were asked
     */
    public record Cell(String place, String subject, int unmet, int waiting, int all) {}

    /**
     * How it goes with what was asked.
     *
     * @param hours from asking to an answer, on the average
     * @param served confirmed by both sides
     */
    public record Pace(int all, int answered, double hours, int served) {

        /** Served of all, in per cent. */
        public int share() {
            return all == 0 ? 0 : Math.round(100f * served / all);
        }
    }

    /**
     * @param from the first day on which they were asked, {@code to} the last
     * @throws NotFound if the division is not within reach
     */
    @Transactional(readOnly = true)
    public Pace pace(Scope scope, RegionCode region, LocalDate from, LocalDate to) {
        demand(scope, region);
        return database.sql("""
                        select count(*)::int as "all", count(answered_at)::int as answered,
                               coalesce(avg(extract(epoch from answered_at - asked_at)) / 3600, 0)::float8 as hours,
                               count(*) filter (where state in ('CONFIRMED', 'CLOSED'))::int as served
                        from orders.service_order
                        where way @> array[:region::text] and asked_on between :from and :to
                          and region in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("region", region.value())
                .param("from", from)
                .param("to", to)
                .params(scope.parameters())
                .query(Pace.class)
                .single();
    }

    private void demand(Scope scope, RegionCode region) {
        scope.demands(Right.READ_ORDERS);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
    }

    /**
     * @param from the first day on which they were asked, {@code to} the last
     * @throws NotFound if the division is not within reach
     */
    @Transactional(readOnly = true)
    public List<Cell> in(Scope scope, RegionCode region, LocalDate from, LocalDate to) {
        demand(scope, region);
        return database.sql("""
                        select coalesce(way[array_position(way, :region) + 1], :region) as place, subject,
                               count(*) filter (where unmet)::int as unmet,
                               count(*) filter (where due_on < :today and state not in ('CONFIRMED', 'CLOSED', 'REFUSED', 'CANCELLED'))::int as waiting,
                               count(*)::int as "all"
                        from orders.service_order
                        where way @> array[:region::text] and asked_on between :from and :to
                          and region in (select region.reach(:scopeRegions, :scopeDay))
                        group by 1, 2 order by 1, 2
                        """)
                .param("region", region.value())
                .param("from", from)
                .param("to", to)
                .param("today", LocalDate.now(clock))
                .params(scope.parameters())
                .query(Cell.class)
                .list();
    }
}
