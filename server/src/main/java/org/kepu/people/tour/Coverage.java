package org.kepu.people.tour;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.FactsByDivision;
import org.kepu.page.NotFound;
import org.kepu.page.Tone;
import org.kepu.people.InReach;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which banners were visited, which are planned, and which are neither: visits are those of the figures, wherever they were told. */
@Service
public class Coverage {

    private final JdbcClient database;
    private final FactsByDivision facts;
    private final Regions regions;

    Coverage(JdbcClient database, FactsByDivision facts, Regions regions) {
        this.database = database;
        this.facts = facts;
        this.regions = regions;
    }

    /** A tour that goes to a banner. */
    public record Plan(UUID tour, String title) {

        /** Where the desk shows it. */
        public String path() {
            return "/desk/tours/" + tour;
        }
    }

    /**
     * A banner.
     *
     * @param visits in the window
     * @param last the last day of them; null if there were none
     * @param plans open tours that go there, and have not been there yet
     */
    public record Row(
            Region banner,
            int visits,
            long attendances,
            @Nullable LocalDate last,
            List<Plan> plans) {

        public State state() {
            if (visits > 0) {
                return State.VISITED;
            }
            return plans.isEmpty() ? State.NEITHER : State.PLANNED;
        }
    }

    /** How it is with a banner. */
    public enum State {
        NEITHER(Tone.WARN),
        PLANNED(Tone.WAITING),
        VISITED(Tone.GOOD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.coverage." + name();
        }
    }

    /**
     * A division.
     *
     * @param rows its banners, in the order of the codes
     * @param visits also those that were told of a league and of no banner, as the indicators count them
     */
    public record Covered(List<Row> rows, int visits) {}

    /**
     * How it is with a division, and each banner in it.
     *
     * @param figures where the reader may read figures
     * @throws NotFound if the division is not within reach
     */
    public Covered of(Scope scope, Scope figures, RegionCode region, Programme programme, CoverageWindow window) {
        scope.demands(Right.KEEP_EXPERTS);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        var banners = regions.within(region, RegionLevel.BANNER, scope.day());
        var places = Stream.concat(Stream.of(region), banners.stream().map(Region::code))
                .distinct()
                .toList();
        var visits = facts.of(figures, programme.factKind(), window.window(), places);
        var plans = plans(scope, programme, window);
        var rows = banners.stream()
                .map(banner -> row(banner, visits.get(banner.code()), plans.getOrDefault(banner.code(), List.of())))
                .toList();
        var whole = visits.get(region);
        return new Covered(rows, whole == null ? 0 : whole.events());
    }

    private static Row row(Region banner, FactsByDivision.@Nullable Sum sum, List<Plan> plans) {
        return sum == null
                ? new Row(banner, 0, 0, null, plans)
                : new Row(banner, sum.events(), sum.attendances(), sum.last(), plans);
    }

    private record Going(String banner, UUID tour, String title) {}

    private Map<RegionCode, List<Plan>> plans(Scope scope, Programme programme, CoverageWindow window) {
        return database
                .sql("""
                        select s.banner, t.id as tour, t.title from people.tour_stop s join people.tour t on t.id = s.tour
                        where t.programme = :programme and t.cancelled_at is null and s.taken_out_at is null
                          and t.last_day >= :scopeDay and t.first_day <= :to and t.last_day >= :from
                          and not exists (select from people.invitation i where i.tour = s.tour and i.banner = s.banner and i.state = 'SERVED')
                          and\s""" + InReach.region("s.banner") + " order by t.first_day, t.id")
                .param("programme", programme.name())
                .param("from", window.window().from())
                .param("to", window.window().to())
                .params(scope.parameters())
                .query(Going.class)
                .list()
                .stream()
                .collect(groupingBy(
                        going -> new RegionCode(going.banner()),
                        mapping(going -> new Plan(going.tour(), going.title()), toList())));
    }
}
