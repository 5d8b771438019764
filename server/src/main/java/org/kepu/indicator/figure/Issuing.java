package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezes figures as issued documents use them. What is counted later stands beside; what was issued stays. */
@Service
public class Issuing {

    /** The longest name of a document. */
    public static final int LONGEST_DOCUMENT = 200;

    private static final int MOST_SHOWN = 20;

    private final Figures figures;
    private final Definitions definitions;
    private final CanonicalFigure canonical;
    private final Regions regions;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    Issuing(
            Figures figures,
            Definitions definitions,
            CanonicalFigure canonical,
            Regions regions,
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail,
            Clock clock) {
        this.figures = figures;
        this.definitions = definitions;
        this.canonical = canonical;
        this.regions = regions;
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A figure as a document used it.
     *
     * @param value null where there was none
     * @param edition the first day of the edition of the tree by which it was read
     * @param checksum SHA-256 of the figure in its canonical spelling
     * @param intact whether what is kept still has the checksum
     */
    public record Issued(
            UUID id,
            String document,
            Window window,
            @Nullable BigDecimal value,
            LocalDate edition,
            Instant at,
            String checksum,
            boolean intact) {}

    /**
     * An issued figure beside what is counted for the same window now.
     *
     * @param now null where there is none
     */
    public record Beside(Issued issued, @Nullable BigDecimal now) {

        public boolean hasChanged() {
            var then = issued.value();
            return then == null || now == null ? then != now : then.compareTo(now) != 0;
        }

        /** How much more it is now; null where one of the two is missing. */
        public @Nullable BigDecimal difference() {
            var then = issued.value();
            return then == null || now == null ? null : now.subtract(then);
        }
    }

    /**
     * Freezes a figure for a document, unless the same value was the last to be frozen for it; says whether it is new. It is read
     * in a moment of its own, before it is written down.
     *
     * @throws NotFound if the division is not within reach
     */
    public boolean issue(Scope scope, Figures.Question question, String document) {
        scope.demands(Right.KEEP_INDICATORS);
        if (!regions.reaches(scope, question.region())) {
            throw new NotFound();
        }
        var name = document.strip();
        if (name.isEmpty() || name.length() > LONGEST_DOCUMENT) {
            throw new IllegalArgumentException("a document has a name of at most 200 characters");
        }
        var figure = figures.read(question);
        return Boolean.TRUE.equals(transaction.execute(begun -> {
            boolean fresh = !isFrozen(figure, name);
            if (fresh) {
                write(scope, figure, UUID.randomUUID(), name);
            }
            return fresh;
        }));
    }

    private boolean isFrozen(Figure figure, String document) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('indicator.issued ' || :document, 0))")
                .param("document", document)
                .query(row -> {});
        return database.sql("""
                        select value is not distinct from :value::numeric and edition = :edition
                        from indicator.issued
                        where document = :document and indicator = :indicator and region = :region
                          and during = daterange(:from, :to, '[]')
                        order by issued_at desc
                        limit 1
                        """)
                .param("document", document)
                .param("indicator", figure.definition().id())
                .param("region", figure.region().value())
                .param("from", figure.window().from())
                .param("to", figure.window().to())
                .param("edition", figure.edition())
                .param("value", figure.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void write(Scope scope, Figure figure, UUID id, String document) {
        var text = canonical.of(figure);
        var checksum = CanonicalFigure.checksum(text);
        database.sql("""
                        insert into indicator.issued (id, document, indicator, region, during, edition, value, figure, checksum,
                                                      issued_at, issued_by)
                        values (:id, :document, :indicator, :region, daterange(:from, :to, '[]'), :edition, :value,
                                :figure::jsonb, :checksum, :now, :by)
                        """)
                .param("id", id)
                .param("document", document)
                .param("indicator", figure.definition().id())
                .param("region", figure.region().value())
                .param("from", figure.window().from())
                .param("to", figure.window().to())
                .param("edition", figure.edition())
                .param("value", figure.value())
                .param("figure", text)
                .param("checksum", checksum)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        trail.record(
                scope.actor(),
                Act.of("indicator.act.issued", "issued", id, document)
                        .in(figure.region())
                        .changed("indicator.name", null, figure.definition().name())
                        .changed("indicator.value", null, figure.value())
                        .changed("indicator.checksum", null, checksum));
    }

    /**
     * The documents that used an indicator's figures of a division, the latest first, each beside what is counted now.
     *
     * @throws NotFound if the division is not within reach
     */
    public List<Beside> of(Scope scope, String indicator, RegionCode region) {
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return database
                .sql("""
                        select id, document, lower(during) as first, upper(during) - 1 as last, value, edition, issued_at,
                               figure, checksum
                        from indicator.issued
                        where indicator = :indicator and region = :region
                        order by issued_at desc, id
                        limit :most
                        """)
                .param("indicator", indicator)
                .param("region", region.value())
                .param("most", MOST_SHOWN)
                .query((row, number) -> issued(row))
                .list()
                .stream()
                .map(issued -> new Beside(issued, now(scope, indicator, region, issued.window())))
                .toList();
    }

    private @Nullable BigDecimal now(Scope scope, String indicator, RegionCode region, Window window) {
        return definitions
                .find(indicator, window.to())
                .map(definition ->
                        figures.read(scope, new Figures.Question(definition, region, window, Breakdown.NONE, null)))
                .map(Figure::value)
                .orElse(null);
    }

    private Issued issued(ResultSet row) throws SQLException {
        var checksum = row.getString("checksum");
        return new Issued(
                row.getObject("id", UUID.class),
                row.getString("document"),
                new Window(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)),
                row.getBigDecimal("value"),
                row.getObject("edition", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                checksum,
                CanonicalFigure.checksum(canonical.of(row.getString("figure"))).equals(checksum));
    }
}
