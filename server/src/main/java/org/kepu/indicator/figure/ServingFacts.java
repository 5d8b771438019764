package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.MeasureId;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was done for measures in a window, by whomever, each fact counted once. For reports that are made and not typed: whoever asks has
 * seen to it that the reader may know.
 */
@Service
public class ServingFacts {

    private static final String SERVING = """
            from indicator.fact_measure served join indicator.fact on fact.id = served.fact
            where served.measure = any (:measures) and fact.day between :from and :to
              and (:region::text is null or fact.region in (select region.reach(array[:region]::text[], :to)))
            """;

    private final JdbcClient database;

    ServingFacts(JdbcClient database) {
        this.database = database;
    }

    /** What stands behind one measure. */
    public record Sum(long facts, long attendances) {

        public static final Sum NONE = new Sum(0, 0);
    }

    /** A fact as a report lists it. */
    public record Line(long id, LocalDate day, String kind, String title, long attendances) {}

    private record Row(UUID measure, long facts, long attendances) {}

    /** By measure; a measure without facts is not there. */
    public Map<MeasureId, Sum> of(Collection<MeasureId> measures, Window window) {
        return sums(measures, window, null);
    }

    /** The same, of what happened in a division. */
    public Map<MeasureId, Sum> within(RegionCode region, Collection<MeasureId> measures, Window window) {
        return sums(measures, window, region);
    }

    private Map<MeasureId, Sum> sums(Collection<MeasureId> measures, Window window, @Nullable RegionCode region) {
        var sums = new HashMap<MeasureId, Sum>();
        database.sql("select served.measure, sum(fact.weight) as facts, sum(fact.attendances) as attendances " + SERVING
                        + " group by served.measure having sum(fact.weight) > 0")
                .param(
                        "measures",
                        measures.stream().map(MeasureId::value).distinct().toArray(UUID[]::new))
                .param("from", window.from())
                .param("to", window.to())
                .param("region", region == null ? null : region.value())
                .query(Row.class)
                .list()
                .forEach(row -> sums.put(new MeasureId(row.measure()), new Sum(row.facts(), row.attendances())));
        return sums;
    }

    /** The standing facts of one measure, the latest first. */
    public List<Line> lines(MeasureId measure, Window window, int most) {
        return database.sql("""
                        select fact.id, fact.day, kind.name as kind, fact.title, fact.attendances
                        from indicator.fact_measure served join indicator.fact on fact.id = served.fact
                             join indicator.kind on kind.id = fact.kind
                        where served.measure = :measure and fact.day between :from and :to and fact.weight = 1
                          and not exists (select from indicator.fact later where later.counters = fact.id)
                        order by fact.day desc, fact.id desc limit :most
                        """)
                .param("measure", measure.value())
                .param("from", window.from())
                .param("to", window.to())
                .param("most", most)
                .query(Line.class)
                .list();
    }
}
