package org.kepu.indicator.figure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was told of one kind, division by division, and when last: added up from the facts themselves, on the tree by which figures are
 * read. For kinds of which there are hundreds or thousands, not millions.
 */
@Service
public class FactsByDivision {

    private static final String SUMS = """
            select at, sum(events)::int as events, sum(attendances) as attendances, max(day) filter (where events > 0) as last
            from (select at, day, sum(events) as events, sum(attendances) as attendances
                  from indicator.fact
                       join indicator.kind on kind.id = fact.kind
                       join %s standing on standing.code = fact.region
                       cross join unnest(standing.path) as at
                  where kind.code = :kind and day between :from and :to and at = any(:asked)
                  group by at, day) days
            group by at having sum(events) > 0
            """;

    private final JdbcClient database;
    private final Regions regions;
    private final Snapshots snapshots;

    FactsByDivision(JdbcClient database, Regions regions, Snapshots snapshots) {
        this.database = database;
        this.regions = regions;
        this.snapshots = snapshots;
    }

    /**
     * What happened in a division and below it.
     *
     * @param last the last day of it
     */
    public record Sum(RegionCode region, int events, long attendances, LocalDate last) {}

    /** By division; one without any, or beyond reach, is not there. */
    public Map<RegionCode, Sum> of(Scope scope, String kind, Window window, Collection<RegionCode> divisions) {
        scope.demands(Right.READ_FIGURES);
        var asked = regions.reached(scope, divisions).stream()
                .map(RegionCode::value)
                .toArray(String[]::new);
        return snapshots.read(
                null,
                tree -> database
                        .sql(SUMS.formatted(tree.standing()))
                        .param("kind", kind)
                        .param("from", window.from())
                        .param("to", window.to())
                        .param("asked", asked)
                        .param("edition", tree.edition())
                        .query((row, number) -> new Sum(
                                new RegionCode(row.getString("at")),
                                row.getInt("events"),
                                row.getLong("attendances"),
                                row.getObject("last", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(toMap(Sum::region, identity())));
    }
}
