package org.kepu.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of keys: which ones its values were sealed with. Never the keys themselves. */
final class KnownKeys {

    private final JdbcClient database;
    private final Clock clock;

    KnownKeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A key that has been used here, and when it was retired, if it was. */
    record Known(
            String id, String use, Instant since, @Nullable Instant retired) {}

    boolean none() {
        return live().isEmpty();
    }

    /** Those that values may still hang on. */
    List<Known> live() {
        return all().stream().filter(key -> key.retired() == null).toList();
    }

    List<Known> all() {
        return database.sql("select id, use, since, retired_at from vault.key order by since, id")
                .query((row, number) -> new Known(
                        row.getString("id"),
                        row.getString("use"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("retired_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    /** Writes down the keys of the ring that are new here. */
    void remember(KeyRing ring) {
        for (var key : ring.keys()) {
            database.sql("""
                    insert into vault.key (id, use, since, known_at) values (:id, :use, :since, :now)
                    on conflict (id) do nothing
                    """)
                    .param("id", key.id())
                    .param("use", key.use().word())
                    .param("since", key.from().atOffset(ZoneOffset.UTC))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void retire(String id) {
        database.sql("update vault.key set retired_at = :now where id = :id and retired_at is null")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes the ring for this database, and writes it down.
     *
     * @throws KeyProblem if values were sealed here with a key that the ring has not
     */
    void accept(KeyRing ring, String place) {
        remember(ring);
        var missing = live().stream()
                .map(Known::id)
                .filter(id -> ring.keys().stream().noneMatch(key -> key.id().equals(id)))
                .toList();
        if (!missing.isEmpty()) {
            throw new KeyProblem(
                    "%s 与数据库不符：数据库里的内容用到密钥 %s，这里没有。请放回原来的密钥文件。".formatted(place, String.join("、", missing)));
        }
    }
}
