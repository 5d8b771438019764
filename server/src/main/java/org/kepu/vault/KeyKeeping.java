package org.kepu.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator does with the keys of an installation, by the command line, also while the platform runs. */
public final class KeyKeeping {

    /** After this each node seals with the newer key, whatever it was doing. */
    private static final Duration TAKEN_OVER = Duration.ofMinutes(1);

    private final KeyFile file;
    private final Clock clock;

    private KeyKeeping(KeyFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The keys in the file of {@code KEPU_KEYS_FILE}, which is {@code keys} below {@code KEPU_HOME} unless it is named.
     *
     * @throws KeyProblem if there is no such file, or the keys are given by {@code KEPU_KEYS}
     */
    public static KeyKeeping of(Map<String, String> environment, Clock clock) {
        if (!environment.getOrDefault("KEPU_KEYS", "").isBlank()) {
            throw new KeyProblem("密钥由 KEPU_KEYS 给出，请在那里增减。");
        }
        var file = KeyFile.of(environment);
        if (!file.exists()) {
            throw new KeyProblem("没有找到密钥文件 " + file.path() + "。请确认 KEPU_HOME 或 KEPU_KEYS_FILE。");
        }
        return new KeyKeeping(file, clock);
    }

    public Path path() {
        return file.path();
    }

    /** How a key stands. */
    public enum State {
        /** Seals now. */
        CURRENT,
        /** Will seal from its day on. */
        COMING,
        /** Opens what was sealed with it. */
        OPENS,
        /** The one key of its kind, for hashes or codes; it does not change. */
        FIXED,
        RETIRED,
        /** The database needs it and the file has it not. */
        MISSING
    }

    /**
     * A key as it is listed.
     *
     * @param use its word in the file
     * @param values how many values of the database hang on it
     */
    public record Line(String id, String use, Instant since, State state, long values) {}

    /** What came of retiring a key. */
    public sealed interface Retirement {
        record Retired() implements Retirement {}

        record StillUsed(long values) implements Retirement {}

        /** It seals now, has only just been replaced, or is one of those that do not change. */
        record InUse() implements Retirement {}

        record Unknown() implements Retirement {}
    }

    /**
     * Adds a key that seals from now on, or after this delay, in which the file can be brought to other machines.
     *
     * @return the new key's id
     */
    public String rotate(Duration delay) {
        var added = RingKey.random(KeyUse.SEAL, clock.instant().plus(delay), new SecureRandom());
        file.change(ring -> ring.with(added));
        return added.id();
    }

    /** All keys that the file or the database knows, the oldest first. */
    public List<Line> list(JdbcClient database) {
        var ring = file.read();
        var values = values(database);
        var lines = new ArrayList<Line>();
        for (var key : ring.keys()) {
            lines.add(new Line(
                    key.id(), key.use().word(), key.from(), state(ring, key), values.getOrDefault(key.id(), 0L)));
        }
        for (var key : new KnownKeys(database, clock).all()) {
            if (lines.stream().noneMatch(line -> line.id().equals(key.id()))) {
                var state = key.retired() == null ? State.MISSING : State.RETIRED;
                lines.add(new Line(key.id(), key.use(), key.since(), state, values.getOrDefault(key.id(), 0L)));
            }
        }
        lines.sort(Comparator.comparing(Line::since));
        return lines;
    }

    private State state(KeyRing ring, RingKey key) {
        if (key.use() != KeyUse.SEAL) {
            return State.FIXED;
        }
        if (key.equals(ring.sealing(clock.instant()))) {
            return State.CURRENT;
        }
        return key.from().isAfter(clock.instant()) ? State.COMING : State.OPENS;
    }

    /** Takes a key out of the file for good, if nothing in the database hangs on it any more. */
    public Retirement retire(String id, JdbcClient database) {
        var lines = list(database).stream().filter(line -> line.id().equals(id)).toList();
        if (lines.isEmpty()) {
            return new Retirement.Unknown();
        }
        var line = lines.getFirst();
        var ring = file.read();
        if (line.state() == State.CURRENT
                || line.state() == State.FIXED
                || clock.instant().isBefore(ring.sealing(clock.instant()).from().plus(TAKEN_OVER))) {
            return new Retirement.InUse();
        }
        if (line.values() > 0) {
            walkAgain(database);
            return new Retirement.StillUsed(line.values());
        }
        file.change(all -> all.without(id));
        new KnownKeys(database, clock).retire(id);
        return new Retirement.Retired();
    }

    /** What is still sealed with an old key, although the walk had come to its end, is looked for once more. */
    private static void walkAgain(JdbcClient database) {
        database.sql("update vault.sealed_column set target = null where done_at is not null")
                .update();
    }

    /** Counted wherever a sealed text may lie, also where a module forgot to tell of it. */
    private static Map<String, Long> values(JdbcClient database) {
        var values = new HashMap<String, Long>();
        for (var column : textColumns(database)) {
            database.sql("""
                    select split_part(%1$s, '.', 1) as id, count(*) as values from %2$s
                    where %1$s ~ '^[0-9a-f]{8}[.](aes|sm4)-gcm[.][A-Za-z0-9_-]' group by 1
                    """.formatted(column.name(), column.table())).query(row -> {
                values.merge(row.getString("id"), row.getLong("values"), Long::sum);
            });
        }
        return values;
    }

    private record TextColumn(String table, String name) {}

    private static List<TextColumn> textColumns(JdbcClient database) {
        return database.sql("""
                select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as name
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where data_type = 'text' and table_type = 'BASE TABLE'
                  and table_schema not in ('pg_catalog', 'information_schema')
                  and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
                """).query(TextColumn.class).list();
    }
}
