package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds up all facts anew and compares what comes out with the cells. Whoever records or reads meanwhile does not wait. */
@Component
public class VerifyingFigures {

    private static final int TOLD = 20;

    private final JdbcClient database;
    private final TransactionTemplate moment;

    public VerifyingFigures(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What came of it.
     *
     * @param facts how many were added up
     * @param differences how many cells say something else than the facts
     * @param examples the first of them
     */
    public record Verdict(long facts, long cells, long differences, List<Difference> examples) {

        public Verdict {
            examples = List.copyOf(examples);
        }

        public boolean agrees() {
            return differences == 0;
        }
    }

    /**
     * A cell that says something else than the facts; each side by its number of facts and attendances.
     *
     * @param months how many months it spans: 1 or 12
     * @param month the first day of the first of them
     */
    public record Difference(
            String unit,
            String kind,
            int months,
            LocalDate month,
            long cellFacts,
            long facts,
            long cellAttendances,
            long attendances) {}

    public Verdict verify() {
        return java.util.Objects.requireNonNull(moment.execute(begun -> {
            database.sql(Drawing.MEMORY).update();
            database.sql("create temporary table verified on commit drop as " + Drawing.OF_FACTS)
                    .update();
            database.sql("analyze verified").update();
            database.sql("""
                            create temporary table differing on commit drop as
                            select coalesce(cell.unit, verified.unit) as unit, coalesce(cell.kind, verified.kind) as kind,
                                   coalesce(cell.months, verified.months) as months,
                                   coalesce(cell.month, verified.month) as month,
                                   coalesce(cell.facts, 0) as cell_facts, coalesce(verified.facts, 0) as facts,
                                   coalesce(cell.attendances, 0) as cell_attendances,
                                   coalesce(verified.attendances, 0) as attendances
                            from indicator.cell full join verified using (unit, kind, audience, place, rural, months, month)
                            where (coalesce(cell.facts, 0), coalesce(cell.events, 0), coalesce(cell.attendances, 0),
                                   coalesce(cell.minutes, 0), coalesce(cell.money, 0), coalesce(cell.quantity, 0))
                                  <> (coalesce(verified.facts, 0), coalesce(verified.events, 0),
                                      coalesce(verified.attendances, 0), coalesce(verified.minutes, 0),
                                      coalesce(verified.money, 0), coalesce(verified.quantity, 0))
                            """).update();
            return new Verdict(
                    count("select count(*) from indicator.fact"),
                    count("select count(*) from indicator.cell"),
                    count("select count(*) from differing") + astray(),
                    database.sql("""
                                    select unit, kind.name as kind, months, month, cell_facts, facts, cell_attendances, attendances
                                    from differing join indicator.kind on kind.id = differing.kind
                                    order by unit, kind, months, month limit :told
                                    """)
                            .param("told", TOLD)
                            .query(Difference.class)
                            .list());
        }));
    }

    /** Codes that stand elsewhere than the tree says, although nothing changed there since the cells were drawn. */
    private long astray() {
        return count("""
                select count(*)
                from indicator.rolled
                     cross join lateral (
                        select from region.paths(rolled.edition) as drawn
                                    full join indicator.standing on standing.code = drawn.code
                        where drawn.path is distinct from standing.path) astray
                where drawing = region.drawn() and isfinite(edition)
                """);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
