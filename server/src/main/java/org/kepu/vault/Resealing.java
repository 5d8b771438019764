package org.kepu.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals old values anew after a change of key or cipher, while the program works. It walks the tables that modules tell
 * of in {@link SealedColumns}, some rows per transaction, and keeps in the database how far it has come: killed, it goes
 * on from there; on several nodes, each walks another column. It never waits for a row that somebody is writing, and
 * replaces a value only if it is still the one it read.
 */
final class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    /** By then each node has noticed the new key and writes with it. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    private static final int BATCH = 500;

    private final List<SealedColumns.Column> columns;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Vault vault;
    private final Keys keys;
    private final Clock clock;

    Resealing(
            List<SealedColumns.Column> columns,
            JdbcClient database,
            TransactionOperations transaction,
            Vault vault,
            Keys keys,
            Clock clock) {
        this.columns = List.copyOf(columns);
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.keys = keys;
        this.clock = clock;
    }

    /** How far the walk over a column has come. */
    private record Walk(
            @Nullable String target, @Nullable String reached, long resealed, long unreadable, boolean done) {

        static Walk towards(String prefix, long resealed) {
            return new Walk(prefix, null, resealed, 0, false);
        }
    }

    private record OldValue(String key, String sealed) {}

    /** Tells the database which columns there are, for the command line, which knows no modules. */
    void register() {
        for (var column : columns) {
            database.sql("""
                    insert into vault.sealed_column (table_name, column_name, key_column, field)
                    values (:table, :column, :key, :field)
                    on conflict on constraint sealed_column_pk do update set key_column = :key, field = :field
                    """)
                    .param("table", column.table())
                    .param("column", column.column())
                    .param("key", column.key())
                    .param("field", column.field())
                    .update();
        }
    }

    /** Walks each column to its end once; returns at once where there is nothing to do. */
    void run() {
        if (clock.instant().isBefore(keys.sealing().from().plus(NOTICED))) {
            return;
        }
        for (var column : columns) {
            while (Boolean.TRUE.equals(transaction.execute(begun -> step(column)))) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    /** Some rows further; whether there is more to do here. */
    private boolean step(SealedColumns.Column column) {
        var current = vault.currentPrefix();
        var walk = claimed(column).map(last -> current.equals(last.target()) ? last : Walk.towards(current, 0));
        if (walk.isEmpty() || walk.get().done()) {
            return false;
        }
        var next = further(column, walk.get(), current);
        keep(column, next);
        return !next.done() && next.reached() != null;
    }

    private Optional<Walk> claimed(SealedColumns.Column column) {
        return database.sql("""
                select target, reached, resealed, unreadable, done_at is not null as done from vault.sealed_column
                where table_name = :table and column_name = :column
                for update skip locked
                """)
                .param("table", column.table())
                .param("column", column.column())
                .query(Walk.class)
                .optional();
    }

    private Walk further(SealedColumns.Column column, Walk walk, String current) {
        var type = keyType(column);
        var old = oldValues(column, type, walk.reached(), current);
        if (old.isEmpty()) {
            return atTheEnd(column, walk, current);
        }
        var unreadable = walk.unreadable() + old.size();
        var fresh = new ArrayList<String[]>();
        for (var value : old) {
            reseal(column, value).ifPresent(text -> fresh.add(new String[] {value.key(), value.sealed(), text}));
        }
        var resealed = replace(column, type, fresh);
        return new Walk(current, old.getLast().key(), walk.resealed() + resealed, unreadable - fresh.size(), false);
    }

    /** What was being written when the walk passed is looked at in the next walk. What cannot be opened stays. */
    private Walk atTheEnd(SealedColumns.Column column, Walk walk, String current) {
        var left = database.sql("select count(*) from %s where not starts_with(%s, :current)"
                        .formatted(column.table(), column.column()))
                .param("current", current)
                .query(Long.class)
                .single();
        if (left > walk.unreadable()) {
            return Walk.towards(current, walk.resealed());
        }
        if (walk.resealed() > 0) {
            log.info("{}.{}: {} values sealed anew", column.table(), column.column(), walk.resealed());
        }
        return new Walk(current, walk.reached(), walk.resealed(), left, true);
    }

    private Optional<String> reseal(SealedColumns.Column column, OldValue value) {
        try {
            return Optional.of(vault.seal(column.field(), vault.open(column.field(), value.sealed())));
        } catch (IllegalArgumentException | KeyProblem unreadable) {
            log.error("{}.{} of {} cannot be opened", column.table(), column.column(), value.key());
            return Optional.empty();
        }
    }

    private String keyType(SealedColumns.Column column) {
        return database.sql("""
                select format_type(atttypid, atttypmod) from pg_attribute
                where attrelid = :table::regclass and attname = :key
                """)
                .param("table", column.table())
                .param("key", column.key())
                .query(String.class)
                .single();
    }

    private List<OldValue> oldValues(
            SealedColumns.Column column, String type, @Nullable String reached, String current) {
        var further = reached == null ? "true" : "%s > cast(:reached as %s)".formatted(column.key(), type);
        return database.sql("""
                select %1$s::text as key, %2$s as sealed from %3$s
                where %2$s is not null and not starts_with(%2$s, :current) and %4$s
                order by %1$s
                limit %5$d
                for update skip locked
                """.formatted(column.key(), column.column(), column.table(), further, BATCH))
                .param("current", current)
                .param("reached", reached)
                .query(OldValue.class)
                .list();
    }

    private int replace(SealedColumns.Column column, String type, List<String[]> values) {
        return database.sql("""
                update %1$s as held set %2$s = anew.sealed
                from unnest(:keys::text[], :old::text[], :fresh::text[]) as anew (key, old, sealed)
                where held.%3$s = cast(anew.key as %4$s) and held.%2$s = anew.old
                """.formatted(column.table(), column.column(), column.key(), type))
                .param("keys", part(values, 0))
                .param("old", part(values, 1))
                .param("fresh", part(values, 2))
                .update();
    }

    private static String[] part(List<String[]> values, int index) {
        return values.stream().map(value -> value[index]).toArray(String[]::new);
    }

    private void keep(SealedColumns.Column column, Walk walk) {
        database.sql("""
                update vault.sealed_column
                set target = :target, reached = :reached, resealed = :resealed, unreadable = :unreadable, done_at = :done
                where table_name = :table and column_name = :column
                """)
                .param("target", walk.target())
                .param("reached", walk.reached())
                .param("resealed", walk.resealed())
                .param("unreadable", walk.unreadable())
                .param("done", walk.done() ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .param("table", column.table())
                .param("column", column.column())
                .update();
    }
}
