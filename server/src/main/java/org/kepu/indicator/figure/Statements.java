package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Values that others state. They are never changed: a later statement of the same day stands beside and counts. */
@Service
public class Statements {

    private final JdbcClient database;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;

    Statements(JdbcClient database, Regions regions, Trail trail, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters a value, unless the very same was the last to be entered for its day; says whether it is new.
     *
     * @throws NotFound if the division is not within reach
     */
    @Transactional
    public boolean state(Scope scope, Statement statement) {
        scope.demands(Right.KEEP_INDICATORS);
        if (!regions.reaches(scope, statement.region())) {
            throw new NotFound();
        }
        database.sql("select pg_advisory_xact_lock(hashtextextended('indicator.statement ' || :indicator, 0))")
                .param("indicator", statement.indicator())
                .query(row -> {});
        if (of(statement.indicator(), statement.region()).contains(statement)) {
            return false;
        }
        long id = database.sql("""
                        insert into indicator.statement (indicator, region, day, value, source, document, stated_at, stated_by)
                        values (:indicator, :region, :day, :value, :source, :document, :now, :by)
                        returning id
                        """)
                .param("indicator", statement.indicator())
                .param("region", statement.region().value())
                .param("day", statement.day())
                .param("value", statement.value())
                .param("source", statement.source())
                .param("document", statement.document())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .query(Long.class)
                .single();
        trail.record(
                scope.actor(),
                Act.of("indicator.act.stated", "statement", id, statement.indicator())
                        .in(statement.region())
                        .changed("indicator.value", null, statement.value())
                        .changed("indicator.source", null, statement.source()));
        return true;
    }

    /**
     * A statement as it was entered.
     *
     * @param counts whether it is the last of its day
     */
    public record Told(Statement statement, Instant at, boolean counts) {}

    /**
     * All that was ever stated of a division, the last day first.
     *
     * @throws NotFound if the division is not within reach
     */
    public List<Told> told(Scope scope, String indicator, RegionCode region) {
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return database.sql("""
                        select indicator, region, day, value, source, document, stated_at,
                               id = max(id) over (partition by day) as counts
                        from indicator.statement
                        where indicator = :indicator and region = :region
                        order by day desc, id desc
                        """)
                .param("indicator", indicator)
                .param("region", region.value())
                .query((row, number) -> new Told(
                        statement(row),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("counts")))
                .list();
    }

    /** The last statement of a day in the window. */
    Optional<Statement> last(String indicator, RegionCode region, Window window) {
        return of(indicator, region).stream()
                .filter(statement -> window.includes(statement.day()))
                .findFirst();
    }

    /** For each question the last statement of a day in its window, where there is one. */
    Map<Figures.Question, Statement> last(Collection<Figures.Question> questions) {
        record About(String indicator, RegionCode region) {}
        var all = database
                .sql("""
                        select distinct on (indicator, region, day) indicator, region, day, value, source, document
                        from indicator.statement
                        where (indicator, region) in (select * from unnest(:indicators::text[], :regions::text[]))
                        order by indicator, region, day desc, id desc
                        """)
                .param(
                        "indicators",
                        questions.stream()
                                .map(question -> question.definition().id())
                                .toArray(String[]::new))
                .param(
                        "regions",
                        questions.stream()
                                .map(question -> question.region().value())
                                .toArray(String[]::new))
                .query((row, number) -> statement(row))
                .list()
                .stream()
                .collect(groupingBy(statement -> new About(statement.indicator(), statement.region())));
        var last = new HashMap<Figures.Question, Statement>();
        questions.forEach(question ->
                all.getOrDefault(new About(question.definition().id(), question.region()), List.of()).stream()
                        .filter(statement -> question.window().includes(statement.day()))
                        .findFirst()
                        .ifPresent(statement -> last.put(question, statement)));
        return last;
    }

    /** All that was stated, the last day first; of one day only what was stated last. */
    List<Statement> of(String indicator, RegionCode region) {
        return database.sql("""
                        select distinct on (day) indicator, region, day, value, source, document
                        from indicator.statement
                        where indicator = :indicator and region = :region
                        order by day desc, id desc
                        """)
                .param("indicator", indicator)
                .param("region", region.value())
                .query((row, number) -> statement(row))
                .list();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getString("indicator"),
                new RegionCode(row.getString("region")),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("document"));
    }
}
