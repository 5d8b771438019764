package org.kepu.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.Together;
import org.kepu.region.OnPostgres;
import org.kepu.vault.KeyKeeping.Retirement;
import org.kepu.vault.KeyKeeping.State;
import org.kepu.vault.SealedColumns.Column;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class ResealingTest {

    private static final Column COLUMN = new Column("vault_test.person", "id", "phone", "person.phone");

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path home;

    private final Watch watch = new Watch(Instant.parse("2026-11-22T04:00:00Z"));
    private KeyKeeping keeping;
    private Keys keys;
    private Vault vault;

    @BeforeEach
    void a_table_with_a_sealed_column() {
        OnPostgres.Server.owner(database).sql("""
                create schema vault_test;
                create table vault_test.person (id bigint primary key, phone text);
                grant usage on schema vault_test to public;
                grant select, insert, update on vault_test.person to public;
                """).update();
        new KeyFile(home.resolve("keys")).make(KeyRing.fresh(watch.instant(), false, new SecureRandom()));
        keeping = KeyKeeping.of(Map.of("KEPU_HOME", home.toString()), watch);
        keys = Keys.in(new KeyFile(home.resolve("keys")), watch);
        vault = new Vault(keys, VaultCipher.AES_GCM, new Algorithms(""), new SecureRandom());
        node(TransactionOperations.withoutTransaction()).register();
    }

    @AfterEach
    void leave_nothing_behind() {
        OnPostgres.Server.owner(database).sql("drop schema vault_test cascade").update();
        database.sql("delete from vault.sealed_column where table_name = 'vault_test.person'")
                .update();
    }

    private Resealing node(TransactionOperations transaction) {
        return new Resealing(List.of(COLUMN), database, transaction, vault, keys, watch);
    }

    private Resealing node() {
        return node(new TransactionTemplate(transactions));
    }

    private void plant(int people) {
        database.sql("insert into vault_test.person (id, phone) select * from unnest(:ids::bigint[], :phones::text[])")
                .param("ids", IntStream.range(0, people).mapToObj(Long::valueOf).toArray(Long[]::new))
                .param(
                        "phones",
                        IntStream.range(0, people)
                                .mapToObj(id -> sealed(phone(id)))
                                .toArray(String[]::new))
                .update();
    }

    private static String phone(int id) {
        return "138" + "%08d".formatted(id);
    }

    private String sealed(String phone) {
        return vault.seal(COLUMN.field(), phone);
    }

    private Map<Integer, String> opened() {
        var people = new HashMap<Integer, String>();
        database.sql("select id, phone from vault_test.person where phone is not null")
                .query(row -> {
                    people.put(row.getInt("id"), vault.open(COLUMN.field(), row.getString("phone")));
                });
        return people;
    }

    private Map<String, Long> valuesByKey() {
        var values = new HashMap<String, Long>();
        keeping.list(database).stream()
                .filter(line -> line.values() > 0 && line.state() != State.MISSING)
                .forEach(line -> values.put(line.id(), line.values()));
        return values;
    }

    private String rotate() {
        var id = keeping.rotate(Duration.ZERO);
        watch.forward(Duration.ofMinutes(2));
        return id;
    }

    @Test
    void all_values_come_under_the_new_key_and_stay_what_they_were() {
        plant(1_203);
        database.sql("insert into vault_test.person (id) values (-1)").update();
        var before = opened();
        var old = keys.sealing().id();
        assertThat(valuesByKey()).isEqualTo(Map.of(old, 1_203L));

        var fresh = rotate();
        node().run();

        assertThat(valuesByKey()).isEqualTo(Map.of(fresh, 1_203L));
        assertThat(opened()).isEqualTo(before).hasSize(1_203);
    }

    @Test
    void a_change_of_cipher_is_a_reason_to_seal_anew_too() {
        plant(7);
        vault = new Vault(keys, VaultCipher.SM4_GCM, new Algorithms(""), new SecureRandom());
        watch.forward(Duration.ofMinutes(1));
        node().run();
        assertThat(database.sql("select distinct split_part(phone, '.', 2) from vault_test.person")
                        .query(String.class)
                        .list())
                .containsExactly("sm4-gcm");
        assertThat(opened()).hasSize(7).containsEntry(3, phone(3));
    }

    @Test
    void a_node_that_is_killed_leaves_its_finished_batches_and_the_next_goes_on_from_there() {
        plant(1_600);
        var fresh = rotate();
        var template = new TransactionTemplate(transactions);
        var steps = new int[1];
        TransactionOperations dying = new TransactionOperations() {
            @Override
            public <T> T execute(org.springframework.transaction.support.TransactionCallback<T> action) {
                return template.execute(begun -> {
                    var result = action.doInTransaction(begun);
                    if (++steps[0] == 3) {
                        throw new IllegalStateException("killed");
                    }
                    return result;
                });
            }
        };
        try {
            node(dying).run();
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
        assertThat(valuesByKey().get(fresh)).isEqualTo(1_000);
        assertThat(database.sql("select reached from vault.sealed_column where table_name = 'vault_test.person'")
                        .query(String.class)
                        .single())
                .isEqualTo("999");

        node().run();
        assertThat(valuesByKey()).isEqualTo(Map.of(fresh, 1_600L));
        assertThat(opened()).hasSize(1_600);
    }

    @Test
    void several_nodes_at_once_do_the_work_once() {
        plant(3_000);
        var fresh = rotate();
        Together.together(4, node -> {
            node().run();
            return node;
        });
        assertThat(valuesByKey()).isEqualTo(Map.of(fresh, 3_000L));
        assertThat(database.sql("select resealed from vault.sealed_column where table_name = 'vault_test.person'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3_000);
    }

    @Test
    void a_row_that_somebody_is_writing_is_not_waited_for_and_its_new_value_stays() {
        plant(10);
        var late = sealed("written");
        var fresh = rotate();
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            var written = late;
            database.sql("update vault_test.person set phone = :phone where id = 4")
                    .param("phone", written)
                    .update();
            Together.together(1, other -> {
                node().run();
                return other;
            });
        });
        assertThat(valuesByKey()).containsEntry(fresh, 9L).hasSize(2);
        node().run();
        assertThat(opened()).hasSize(10).containsEntry(4, "written").containsEntry(5, phone(5));
        assertThat(valuesByKey()).isEqualTo(Map.of(fresh, 10L));
    }

    /** Also the measurement of bench/RESULTS.md: -Dkepu.values=100000. */
    @Test
    void writers_who_write_meanwhile_lose_nothing() throws Exception {
        int people = Integer.getInteger("kepu.values", 5_000);
        int writers = 4;
        plant(people);
        var written = new HashMap<Integer, String>();
        for (int id = 0; id < people; id++) {
            written.put(id, phone(id));
        }
        var fresh = rotate();
        var stop = new AtomicBoolean();
        long began;
        long took;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit(() -> {
                        var mine = new HashMap<Integer, String>();
                        var chance = new java.util.Random(writer);
                        do {
                            int id = chance.nextInt(people / writers) * writers + writer;
                            var phone = "139" + mine.size() + "w" + writer;
                            database.sql("update vault_test.person set phone = :phone where id = :id")
                                    .param("phone", sealed(phone))
                                    .param("id", id)
                                    .update();
                            mine.put(id, phone);
                        } while (!stop.get());
                        return mine;
                    }))
                    .toList();
            began = System.nanoTime();
            node().run();
            took = System.nanoTime() - began;
            stop.set(true);
            for (var writer : running) {
                written.putAll(writer.get());
            }
        }
        System.out.printf("%d values sealed anew in %d ms beside %d writers%n", people, took / 1_000_000, writers);
        assertThat(opened()).isEqualTo(written);
        assertThat(valuesByKey()).isEqualTo(Map.of(fresh, (long) people));
    }

    @Test
    void what_cannot_be_opened_is_left_as_it_is_and_does_not_stop_the_rest() {
        plant(5);
        database.sql("update vault_test.person set phone = 'ffffffff.aes-gcm.AAAA' where id = 2")
                .update();
        var fresh = rotate();
        node().run();
        node().run();
        assertThat(database.sql("select count(*) from vault_test.person where starts_with(phone, :fresh)")
                        .param("fresh", fresh)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(database.sql("select phone from vault_test.person where id = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("ffffffff.aes-gcm.AAAA");
    }

    @Test
    void a_key_is_retired_when_no_value_hangs_on_it_and_not_before() {
        plant(3);
        var old = keys.sealing().id();
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.InUse());
        assertThat(keeping.retire("00000000", database)).isEqualTo(new Retirement.Unknown());
        var fresh = keeping.rotate(Duration.ZERO);
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.InUse());
        watch.forward(Duration.ofMinutes(2));
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.StillUsed(3));
        assertThat(opened()).hasSize(3);
        node().run();
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.Retired());
        watch.forward(Duration.ofSeconds(2));
        assertThat(opened()).hasSize(3);
        assertThat(keeping.list(database).stream()
                        .filter(line -> line.id().equals(old) || line.id().equals(fresh))
                        .map(KeyKeeping.Line::state))
                .containsExactly(State.CURRENT);
        assertThat(keys.ring().keys())
                .extracting(RingKey::id)
                .doesNotContain(old)
                .contains(fresh);
    }

    @Test
    void a_value_that_came_late_under_an_old_key_is_found_when_its_key_is_to_be_retired() {
        plant(3);
        var late = sealed("late");
        var old = keys.sealing().id();
        rotate();
        node().run();
        database.sql("insert into vault_test.person values (99, :late)")
                .param("late", late)
                .update();
        node().run();
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.StillUsed(1));
        node().run();
        assertThat(keeping.retire(old, database)).isEqualTo(new Retirement.Retired());
        assertThat(opened()).hasSize(4).containsEntry(99, "late");
    }
}
