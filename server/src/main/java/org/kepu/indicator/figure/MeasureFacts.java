package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a body did for a measure: the standing facts that serve the measure and name the body among the organisers. They are
 * within reach where they happened in a division within reach, and where one's own body is among the organisers.
 */
@Service
@Transactional(readOnly = true)
public class MeasureFacts {

    private static final String STANDING = """
            from indicator.fact_measure
                 join indicator.fact on fact.id = fact_measure.fact
                 join indicator.kind on kind.id = fact.kind
            where fact_measure.measure = :measure and fact.organisers @> array[:body]::uuid[]
              and fact.day between :from and :to
              and fact.weight = 1 and not exists (select from indicator.fact later where later.counters = fact.id)
              and (fact.region in (select region.reach(:scopeRegions, :scopeDay))
                   or fact.organisers && :scopeBodies::uuid[])
            """;

    private final JdbcClient database;

    MeasureFacts(JdbcClient database) {
        this.database = database;
    }

    /**
     * The facts of one kind.
     *
     * @param kind its code
     * @param facts how many there are
     * @param attendances 人次, nought where the kind counts none
     * @param latest the day of the latest
     */
    public record OfKind(String kind, String name, long facts, long attendances, LocalDate latest) {}

    /** A fact in a list. */
    public record Line(long id, LocalDate day, String kindName, String title, RegionCode region, long attendances) {}

    /** How many facts of each kind there are, the most frequent first. */
    public List<OfKind> kinds(Scope scope, MeasureId measure, BodyId body, Window window) {
        scope.demands(Right.READ_FIGURES);
        return database.sql("""
                        select kind.code as kind, kind.name, count(*) as facts, sum(fact.attendances) as attendances,
                               max(fact.day) as latest
                        """ + STANDING + " group by kind.code, kind.name order by facts desc, kind.code")
                .param("measure", measure.value())
                .param("body", body.value())
                .param("from", window.from())
                .param("to", window.to())
                .params(scope.parameters())
                .query(OfKind.class)
                .list();
    }

    /** The facts themselves, the latest first, from one place in the list on; of one kind, where one is named. */
    public List<Line> lines(
            Scope scope, MeasureId measure, BodyId body, Window window, @Nullable String kind, int from, int most) {
        scope.demands(Right.READ_FIGURES);
        return database.sql("""
                        select fact.id, fact.day, kind.name as kind_name, fact.title, fact.region, fact.attendances
                        """ + STANDING + """
                         and (:kind::text is null or kind.code = :kind)
                        order by fact.day desc, fact.id desc
                        limit :most offset :start
                        """)
                .param("measure", measure.value())
                .param("body", body.value())
                .param("from", window.from())
                .param("to", window.to())
                .param("kind", kind)
                .param("start", from)
                .param("most", most)
                .params(scope.parameters())
                .query((row, i) -> new Line(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind_name"),
                        row.getString("title"),
                        new RegionCode(row.getString("region")),
                        row.getLong("attendances")))
                .list();
    }
}
