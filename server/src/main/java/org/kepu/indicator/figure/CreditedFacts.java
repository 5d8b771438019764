package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a body has done for measures in a window, as the facts say of which it is an organiser. For reports that are filled in instead of typed:
 * whoever asks has seen to it that the reader may know.
 */
@Service
public class CreditedFacts {

    /** So many are named; the count is of all. */
    public static final int NAMED = 3;

    private static final String CREDITED = """
            from indicator.fact_measure served join indicator.fact on fact.id = served.fact
            where served.measure = any (:measures) and fact.organisers @> array[:body]::uuid[] and fact.day between :from and :to
            """;

    private final JdbcClient database;

    CreditedFacts(JdbcClient database) {
        this.database = database;
    }

    /** One of the facts, by which it is opened. */
    public record Named(long id, LocalDate day, String title) {}

    /**
     * What stands behind one measure.
     *
     * @param facts how many there are
     * @param latest the last of them
     */
    public record Credit(int facts, int attendances, List<Named> latest) {

        public static final Credit NONE = new Credit(0, 0, List.of());

        public Credit {
            latest = List.copyOf(latest);
        }
    }

    private record Sum(UUID measure, int facts, int attendances) {}

    private record Latest(UUID measure, long id, LocalDate day, String title) {}

    /** By measure; a measure without facts is not there. */
    public Map<MeasureId, Credit> of(BodyId body, Collection<MeasureId> measures, Window window) {
        var ids = measures.stream().map(MeasureId::value).distinct().toArray(UUID[]::new);
        var latest = latest(body, ids, window).stream().collect(groupingBy(Latest::measure));
        var credits = new HashMap<MeasureId, Credit>();
        for (var sum : sums(body, ids, window)) {
            credits.put(
                    new MeasureId(sum.measure()),
                    new Credit(
                            sum.facts(),
                            sum.attendances(),
                            latest.getOrDefault(sum.measure(), List.of()).stream()
                                    .map(one -> new Named(one.id(), one.day(), one.title()))
                                    .toList()));
        }
        return credits;
    }

    /** When a body last did something for a measure. */
    public record Last(UUID measure, UUID body, LocalDate day) {}

    /** Of each body that is credited with facts for one of these measures in a window, the day of its last. */
    public List<Last> last(Collection<MeasureId> measures, Window window) {
        return database.sql("""
                        select measure, body, max(day) as day
                        from (select served.measure, unnest(fact.organisers) as body, fact.day, fact.weight
                              from indicator.fact_measure served join indicator.fact on fact.id = served.fact
                              where served.measure = any (:measures) and fact.day between :from and :to) credited
                        group by measure, body having sum(weight) > 0
                        """)
                .param("measures", measures.stream().map(MeasureId::value).toArray(UUID[]::new))
                .param("from", window.from())
                .param("to", window.to())
                .query(Last.class)
                .list();
    }

    private List<Sum> sums(BodyId body, UUID[] measures, Window window) {
        return database.sql("select served.measure, sum(fact.weight) as facts, sum(fact.attendances) as attendances "
                        + CREDITED + " group by served.measure having sum(fact.weight) > 0")
                .param("measures", measures)
                .param("body", body.value())
                .param("from", window.from())
                .param("to", window.to())
                .query(Sum.class)
                .list();
    }

    private List<Latest> latest(BodyId body, UUID[] measures, Window window) {
        return database.sql("""
                        select measure, id, day, title
                        from (select served.measure, fact.id, fact.day, fact.title,
                                     row_number() over (partition by served.measure order by fact.day desc, fact.id desc) as place
                        """ + CREDITED + """
                              and weight = 1 and not exists (select from indicator.fact gone where gone.counters = fact.id)) standing
                        where place <= :named
                        order by measure, place
                        """)
                .param("measures", measures)
                .param("body", body.value())
                .param("from", window.from())
                .param("to", window.to())
                .param("named", NAMED)
                .query(Latest.class)
                .list();
    }
}
