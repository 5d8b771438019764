package org.kepu.indicator.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Source;
import org.kepu.indicator.Terms;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The facts that a figure is made of, the latest first. Counter-facts stand among them, so that the lines add up to the figure. */
@Service
public class FactLines {

    private static final String LINE = """
            select fact.id, kind.code as kind, kind.name as kind_name, audience.name as audience_name, place.name as place_name,
                   fact.rural, fact.weight, fact.version, fact.day, fact.events, fact.attendances, fact.minutes, fact.money,
                   fact.quantity, fact.counters, fact.recorded_at, fact.region, fact.source, fact.source_id, fact.title,
                   fact.organisers, fact.measures, thing.name as thing_name
            from %s
                 join indicator.kind on kind.id = fact.kind
                 join indicator.audience on audience.id = fact.audience
                 join indicator.place on place.id = fact.place
                 left join indicator.thing on thing.id = fact.thing
            """;

    private static final String OF_ALL = LINE.formatted("indicator.fact");

    /** From the last day backwards, until there are enough: short where many of the facts are meant. */
    private static final String FAR = """
            (select latest.id
             from unnest(:kinds) as one (kind) cross join lateral (
                select id, day from indicator.fact
                where fact.kind = one.kind and day >= :from and day <= :to
                  and (:afterDay::date is null or (day, id) < (:afterDay, :afterId))
                  and exists (select from %s standing
                              where standing.code = fact.region and standing.path @> array[:region]::text[]) and
            """ + Chosen.CONDITION.replace(" kind =", " fact.kind =") + """
                order by day desc, id desc limit :most) latest
             order by latest.day desc, latest.id desc limit :most)
            """;

    /** All facts of the division, of which there are few from the banner down. */
    private static final String NEAR = """
            (select id
             from (select code from %s standing where path @> array[:region]::text[]) below
                  join indicator.fact on fact.region = below.code
             where day >= :from and day <= :to and (:afterDay::date is null or (day, id) < (:afterDay, :afterId)) and
            """ + Chosen.YEARS + " and " + Chosen.CONDITION + """
             order by day desc, id desc limit :most)
            """;

    private final JdbcClient database;
    private final Regions regions;
    private final Snapshots snapshots;
    private final Terms terms;

    FactLines(JdbcClient database, Regions regions, Snapshots snapshots, Terms terms) {
        this.database = database;
        this.regions = regions;
        this.snapshots = snapshots;
        this.terms = terms;
    }

    /**
     * Where a page of the list ended; the next begins after it.
     *
     * @param day of the last fact
     * @param id of the last fact
     */
    public record After(LocalDate day, long id) {}

    /** A fact in the list. Amounts of a counter-fact are below nought. */
    public record Line(
            long id,
            String kind,
            String kindName,
            String audienceName,
            String placeName,
            boolean rural,
            int weight,
            int version,
            LocalDate day,
            int events,
            int attendances,
            int minutes,
            long money,
            long quantity,
            @Nullable Long counters,
            Instant recordedAt,
            RegionCode region,
            Source source,
            String title,
            List<BodyId> organisers,
            List<UUID> measures,
            @Nullable String thingName) {

        public boolean isCounter() {
            return weight < 0;
        }
    }

    /**
     * One page of the facts of a selection.
     *
     * @throws NotFound if the division is not within reach
     */
    public List<Line> page(
            Scope scope,
            Selection selection,
            RegionCode region,
            Window window,
            @Nullable LocalDate on,
            @Nullable After after,
            int most) {
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return snapshots.read(
                on,
                tree -> database.sql(LINE.formatted("indicator.fact join "
                                        + (region.level().isAbove(RegionLevel.BANNER) ? FAR : NEAR)
                                                .formatted(tree.standing())
                                        + " chosen on chosen.id = fact.id")
                                + " order by fact.day desc, fact.id desc")
                        .param("region", region.value())
                        .param("from", window.from())
                        .param("to", window.to())
                        .param("afterDay", after == null ? null : after.day())
                        .param("afterId", after == null ? null : after.id())
                        .param("edition", tree.edition())
                        .param("most", most)
                        .params(Chosen.of(selection, terms).parameters())
                        .query((row, number) -> line(row))
                        .list());
    }

    /** One fact; empty if there is none such within reach. What one's own body organised is, wherever it happened. */
    public Optional<Line> find(Scope scope, long id) {
        scope.demands(Right.READ_FIGURES);
        return database.sql(OF_ALL + """
                         where fact.id = :id
                           and (fact.region in (select region.reach(:scopeRegions, :scopeDay))
                                or fact.organisers && :scopeBodies::uuid[])
                        """)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> line(row))
                .optional();
    }

    /** All versions of the row of a source, with their counter-facts, the first first. */
    public List<Line> history(Scope scope, Line line) {
        scope.demands(Right.READ_FIGURES);
        return database.sql(OF_ALL + """
                         where fact.source = :source and fact.source_id = :id
                           and (fact.region in (select region.reach(:scopeRegions, :scopeDay))
                                or fact.organisers && :scopeBodies::uuid[])
                         order by fact.id
                        """)
                .param("source", line.source().name())
                .param("id", line.source().id())
                .params(scope.parameters())
                .query((row, number) -> line(row))
                .list();
    }

    /** The selection whose facts a method reads. */
    public static Optional<Selection> of(Method method) {
        return switch (method) {
            case Method.Counting counting -> Optional.of(counting.of());
            case Method.Each each -> Optional.of(each.of());
            case Method.Ratio ratio -> Optional.of(ratio.of());
            case Method.Coverage coverage -> Optional.of(coverage.each().of());
            case Method.Stated stated -> Optional.empty();
        };
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("kind_name"),
                row.getString("audience_name"),
                row.getString("place_name"),
                row.getBoolean("rural"),
                row.getInt("weight"),
                row.getInt("version"),
                row.getObject("day", LocalDate.class),
                row.getInt("events"),
                row.getInt("attendances"),
                row.getInt("minutes"),
                row.getLong("money"),
                row.getLong("quantity"),
                row.getObject("counters", Long.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new RegionCode(row.getString("region")),
                new Source(row.getString("source"), row.getString("source_id"), row.getInt("version")),
                row.getString("title"),
                Arrays.stream((UUID[]) row.getArray("organisers").getArray())
                        .map(BodyId::new)
                        .toList(),
                List.of((UUID[]) row.getArray("measures").getArray()),
                row.getString("thing_name"));
    }
}
