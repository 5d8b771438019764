package org.kepu.indicator.figure;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
 * What was done for measures, by anybody or by a body: the standing facts that serve them, and name the body among the organisers. They are within
 * reach where they happened in a division within reach, and where one's own body is among the organisers.
 */
@Service
@Transactional(readOnly = true)
public class MeasureFacts {

    private static final String STANDING = """
            from indicator.fact_measure
                 join indicator.fact on fact.id = fact_measure.fact
                 join indicator.kind on kind.id = fact.kind
            where fact_measure.measure = any (:measures) and fact.organisers @> array[:body]::uuid[]
              and fact.day between :from and :to
              and fact.weight = 1 and not exists (select from indicator.fact later where later.counters = fact.id)
            """;

    private static final String WITHIN_REACH = """
              and (fact.region in (select region.reach(:scopeRegions, :scopeDay))
                   or fact.organisers && :scopeBodies::uuid[])
            """;

    /** So many facts are named where all are counted. */
    private static final int NAMED = 3;

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

    /**
     * What stands behind one measure.
     *
     * @param facts how many there are
     * @param attendances 人次
     * @param latest the last of them, a few
     */
    public record Credit(int facts, int attendances, List<Line> latest) {

        public static final Credit NONE = new Credit(0, 0, List.of());

        public Credit {
            latest = List.copyOf(latest);
        }
    }

    private record Counted(UUID measure, int facts, int attendances, Line line) {}

    /**
     * By measure, for reports that are filled in instead of typed; a measure without facts is not there. Whoever asks has seen to
     * it that the reader may know.
     */
    public Map<MeasureId, Credit> credits(BodyId body, Collection<MeasureId> measures, Window window) {
        return statement("""
                        select * from (
                            select fact_measure.measure, fact.id, fact.day, kind.name as kind_name, fact.title, fact.region,
                                   fact.attendances,
                                   count(*) over whole as facts, sum(fact.attendances) over whole as all_attendances,
                                   row_number() over (whole order by fact.day desc, fact.id desc) as place
                        """ + STANDING + """
                            window whole as (partition by fact_measure.measure)) standing
                        where place <= :named
                        order by measure, place
                        """, measures, body, window)
                .param("named", NAMED)
                .query((row, i) -> counted(row))
                .list()
                .stream()
                .collect(groupingBy(
                        one -> new MeasureId(one.measure()), collectingAndThen(toList(), MeasureFacts::credit)));
    }

    private static Credit credit(List<Counted> few) {
        var first = few.getFirst();
        return new Credit(
                first.facts(),
                first.attendances(),
                few.stream().map(Counted::line).toList());
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getObject("measure", UUID.class), row.getInt("facts"), row.getInt("all_attendances"), line(row));
    }

    /** When a body last did something for a measure. */
    public record Last(UUID measure, UUID body, LocalDate day) {}

    /**
     * Of each body that is credited with facts for one of these measures in a window, the day of its last. Without a scope: whoever
     * asks has seen to it that the reader may know.
     */
    public List<Last> last(Collection<MeasureId> measures, Window window) {
        return database.sql("""
                        select measure, body, max(day) as day
                        from (select measure, body, day from indicator.credit
                              where measure = any (:measures) and day between :from and :to
                              group by measure, body, day having sum(weight) > 0) standing
                        group by measure, body
                        """)
                .param("measures", measures.stream().map(MeasureId::value).toArray(UUID[]::new))
                .param("from", window.from())
                .param("to", window.to())
                .query((row, i) -> new Last(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** How many facts of each kind there are, the most frequent first. */
    public List<OfKind> kinds(Scope scope, MeasureId measure, BodyId body, Window window) {
        scope.demands(Right.READ_FIGURES);
        return statement(
                        """
                        select kind.code as kind, kind.name, count(*) as facts, sum(fact.attendances) as attendances,
                               max(fact.day) as latest
                        """ + STANDING + WITHIN_REACH + " group by kind.code, kind.name order by facts desc, kind.code",
                        List.of(measure),
                        body,
                        window)
                .params(scope.parameters())
                .query(OfKind.class)
                .list();
    }

    /** The facts themselves, the latest first, from one place in the list on; of one kind, where one is named. */
    public List<Line> lines(
            Scope scope, MeasureId measure, BodyId body, Window window, @Nullable String kind, int from, int most) {
        scope.demands(Right.READ_FIGURES);
        return statement("""
                        select fact.id, fact.day, kind.name as kind_name, fact.title, fact.region, fact.attendances
                        """ + STANDING + WITHIN_REACH + """
                         and (:kind::text is null or kind.code = :kind)
                        order by fact.day desc, fact.id desc
                        limit :most offset :start
                        """, List.of(measure), body, window)
                .param("kind", kind)
                .param("start", from)
                .param("most", most)
                .params(scope.parameters())
                .query((row, i) -> line(row))
                .list();
    }

    private record Served(MeasureId measure, Line line) {}

    /**
     * The facts that were recorded last for each of these measures, whoever organised them, the latest first.
     *
     * @param most of each measure
     */
    public Map<MeasureId, List<Line>> latest(Scope scope, Collection<MeasureId> measures, int most) {
        scope.demands(Right.READ_FIGURES);
        return database
                .sql("""
                        select served.measure, latest.*
                        from unnest(:measures) as served (measure) cross join lateral (
                            select fact.id, fact.day, kind.name as kind_name, fact.title, fact.region, fact.attendances
                            from indicator.fact_measure
                                 join indicator.fact on fact.id = fact_measure.fact
                                 join indicator.kind on kind.id = fact.kind
                            where fact_measure.measure = served.measure
                              and fact.region in (select region.reach(:scopeRegions, :scopeDay))
                              and fact.weight = 1
                              and not exists (select from indicator.fact later where later.counters = fact.id)
                            order by fact_measure.fact desc
                            limit :most) latest
                        order by served.measure, latest.day desc, latest.id desc
                        """)
                .param("measures", measures.stream().map(MeasureId::value).toArray(UUID[]::new))
                .param("most", most)
                .params(scope.parameters())
                .query((row, i) -> new Served(new MeasureId(row.getObject("measure", UUID.class)), line(row)))
                .list()
                .stream()
                .collect(groupingBy(Served::measure, mapping(Served::line, toList())));
    }

    private JdbcClient.StatementSpec statement(String sql, Collection<MeasureId> measures, BodyId body, Window window) {
        return database.sql(sql)
                .param("measures", measures.stream().map(MeasureId::value).toArray(UUID[]::new))
                .param("body", body.value())
                .param("from", window.from())
                .param("to", window.to());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getString("kind_name"),
                row.getString("title"),
                new RegionCode(row.getString("region")),
                row.getLong("attendances"));
    }
}
