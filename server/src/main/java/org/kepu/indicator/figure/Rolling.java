package org.kepu.indicator.figure;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to the cells what was recorded since, and draws the cells anew where the tree changed. Only one does so at a time; those who
 * record and those who read never wait for it. All is seen in one snapshot: a row that leaves {@code fresh} is in the cells.
 */
@Component
public class Rolling {

    /** How many rows are added to the cells in one transaction. */
    private static final int MOST = 200_000;

    /** From how many bytes on the file of recent rows is made shorter. */
    private static final int LONG = 8 << 20;

    /** The planner cannot know how many rows were told since, and would go through them one by one. */
    private static final String PLANNED =
            Drawing.MEMORY + "; set local enable_nestloop = off; set local enable_sort = off";

    private static final String ADD =
            """
            with counted as (
                delete from indicator.fresh
                where ctid = any(array(select ctid from indicator.fresh limit :most))
                returning *
            ),
            """ + Drawing.WAY + """
                where code in (select region from counted)
            ),
            """ + Drawing.TOLD + """
            , added as (
            """ + Drawing.FILL + """
                select * from told order by unit, kind, months, month, audience, place, rural
            """ + Drawing.ADDING + """
            )
            select count(*) from counted
            """;

    private final JdbcClient database;
    private final Drawing drawing;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    public Rolling(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.drawing = new Drawing(database);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * Adds what was recorded since to the cells, until nothing is left.
     *
     * @return how many rows were added
     */
    long roll() {
        long all = 0;
        int added;
        do {
            added = rollSome();
            all += added;
        } while (added == MOST);
        return all;
    }

    /**
     * Lets go of the rows that were rolled: every reading goes through what is left, and would through the dead too. The file is made
     * shorter only once it is long, for that keeps readers and writers waiting.
     */
    void tidy() {
        boolean isLong = database.sql("select pg_relation_size('indicator.fresh') > :much")
                .param("much", LONG)
                .query(Boolean.class)
                .single();
        database.sql("vacuum (truncate %s) indicator.fresh".formatted(isLong)).update();
    }

    private int rollSome() {
        return java.util.Objects.requireNonNull(snapshot.execute(begun -> {
            alone();
            redrawIfStale();
            return add();
        }));
    }

    /** Draws the cells for today's tree, if they are drawn for another. */
    void redraw() {
        snapshot.executeWithoutResult(begun -> {
            alone();
            redrawIfStale();
        });
    }

    /** Empties the cells and fills them again from the facts. */
    public void rebuild() {
        snapshot.executeWithoutResult(begun -> {
            alone();
            drawing.draw(LocalDate.now(clock));
        });
    }

    /** The lock comes before the snapshot, so that the snapshot shows what the one before did. */
    private void alone() {
        database.sql("lock table indicator.rolled in exclusive mode").update();
    }

    private int add() {
        database.sql(PLANNED).update();
        return database.sql(ADD).param("most", MOST).query(Integer.class).single();
    }

    private void redrawIfStale() {
        var today = LocalDate.now(clock);
        boolean stale =
                database.sql("""
                        select (edition, drawing) is distinct from
                               (coalesce(region.edition_on(:today), '-infinity'), region.drawn())
                        from indicator.rolled
                        """).param("today", today).query(Boolean.class).single();
        if (stale) {
            drawing.redraw(today);
        }
    }
}
