package org.kepu.indicator.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One moment of the database, in which the cells agree with the tree. Each question is planned for its own division and days: a
 * plan for all of them costs a gacha what the region costs.
 */
@Component
class Snapshots {

    private final JdbcClient database;
    private final Rolling rolling;
    private final TransactionTemplate moment;
    private final Clock clock;

    Snapshots(JdbcClient database, Rolling rolling, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.rolling = rolling;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.moment.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Asks something of one moment.
     *
     * @param on the day whose tree is meant; null for today
     */
    <T> T read(@Nullable LocalDate on, Function<Tree, T> question) {
        return ask(on, question)
                .or(() -> {
                    rolling.redraw();
                    return ask(on, question);
                })
                .orElseThrow(() -> new IllegalStateException("the tree changes faster than it is drawn"));
    }

    private record Drawn(
            LocalDate edition, boolean current, @Nullable LocalDate asked) {}

    private <T> Optional<T> ask(@Nullable LocalDate on, Function<Tree, T> question) {
        return Objects.requireNonNull(moment.execute(begun -> {
            database.sql("set transaction isolation level repeatable read").update();
            var today = LocalDate.now(clock);
            var day = on == null ? today : on;
            var drawn = database.sql("""
                            select edition,
                                   (edition, drawing) is not distinct from
                                   (coalesce(region.edition_on(:today), '-infinity'), region.drawn()) as current,
                                   region.edition_on(:day) as asked,
                                   set_config('plan_cache_mode', 'force_custom_plan', true) as planned
                            from indicator.rolled
                            """)
                    .param("today", today)
                    .param("day", day)
                    .query(Drawn.class)
                    .single();
            if (!drawn.current()) {
                return Optional.<T>empty();
            }
            var edition = drawn.asked() == null ? drawn.edition() : drawn.asked();
            return Optional.of(question.apply(
                    new Tree(drawn.asked() == null ? edition : day, edition, edition.equals(drawn.edition()))));
        }));
    }
}
