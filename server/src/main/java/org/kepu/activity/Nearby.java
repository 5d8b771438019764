package org.kepu.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is on near a point, or in and around a division. Who asks is not known, and the point is not kept. */
@Service
@PublicKnowledge("what is published is for everybody to come to")
public class Nearby {

    private final JdbcClient database;
    private final Activities activities;
    private final Regions regions;

    Nearby(JdbcClient database, Activities activities, Regions regions) {
        this.database = database;
        this.activities = activities;
        this.regions = regions;
    }

    /** How far something is. */
    public sealed interface Distance {

        /** As the crow flies. */
        record Kilometres(double far) implements Distance {}

        /** Nobody told where it is. */
        record Untold() implements Distance {}

        /** By the tree: in the division itself, in the rest of its league, or for the whole region. */
        enum Around implements Distance {
            HERE,
            IN_LEAGUE,
            EVERYWHERE
        }
    }

    public record Near(Activities.Line line, Distance distance) {}

    /** A page of what was found. */
    public record Listing(List<Near> lines, long total) {
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    private record Counted(Activity activity, Distance distance, long total) {}

    /**
     * A way to say how far.
     *
     * @param only what is told at all
     */
    private record Measure(String distance, String only, Map<String, Object> places, RowMapper<Distance> read) {}

    private static Measure from(Point here) {
        return new Measure(
                "activity.kilometres(a.latitude, a.longitude, :latitude, :longitude)",
                "true",
                Map.of("latitude", here.latitude(), "longitude", here.longitude()),
                Nearby::kilometres);
    }

    private static Distance kilometres(ResultSet row, int number) throws SQLException {
        var far = row.getObject("distance", Double.class);
        return far == null ? new Distance.Untold() : new Distance.Kilometres(far);
    }

    private Measure from(RegionCode here) {
        var path = regions.pathTo(here).stream().map(Region::code).toList();
        var league = path.stream()
                .filter(code -> code.level() != RegionLevel.AUTONOMOUS_REGION)
                .findFirst()
                .orElse(here);
        return new Measure(
                """
                case when region in (select region.reach(array[:here]::text[], :today)) then 0
                     when region = :whole then 2 else 1 end
                """,
                "(region = :whole or region in (select region.reach(array[:league]::text[], :today)))",
                Map.of(
                        "here", here.value(),
                        "league", league.value(),
                        "whole", path.isEmpty() ? here.value() : path.getFirst().value()),
                (row, number) -> Distance.Around.values()[row.getInt("distance")]);
    }

    /** What fits, the nearest first; what has no point comes after, in the order in which it comes. */
    public Listing of(Point here, WhatsOn asked, int page, int size) {
        return find(from(here), asked, page, size);
    }

    /** What fits in the division, then in the rest of its league, then what is for the whole region. */
    public Listing of(RegionCode here, WhatsOn asked, int page, int size) {
        return find(from(here), asked, page, size);
    }

    private Listing find(Measure measure, WhatsOn asked, int page, int size) {
        var found = database.sql(Activities.TO_COME + """
                        , page as (
                            select a.id, next.first, count(*) over () as total,
                        """ + measure.distance() + """
                            as distance
                            from next join activity.activity a on a.id = next.activity
                            where
                        """ + Activities.FITS + " and "
                        + measure.only() + """
                            order by distance nulls last, next.first, a.id limit :size offset :before
                        )
                        """ + Rows.ACTIVITY + """
                            , page.total, page.distance
                        from page join activity.activity a on a.id = page.id
                        order by page.distance nulls last, page.first, a.id
                        """)
                .params(activities.parameters(asked))
                .params(measure.places())
                .param("size", size)
                .param("before", (long) (page - 1) * size)
                .query((row, number) -> new Counted(
                        Rows.activity(row, number), measure.read().mapRow(row, number), row.getLong("total")))
                .list();
        var sessions = activities.sessions(
                asked, found.stream().map(one -> one.activity().id()).toList());
        return new Listing(
                found.stream()
                        .map(one -> new Near(
                                new Activities.Line(
                                        one.activity(),
                                        sessions.getOrDefault(one.activity().id(), List.of())),
                                one.distance()))
                        .toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }
}
