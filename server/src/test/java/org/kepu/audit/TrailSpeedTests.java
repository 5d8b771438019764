package org.kepu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.Together;
import org.kepu.audit.chain.GivenTrail;
import org.kepu.audit.chain.QuietTrail;
import org.kepu.region.OnPostgres;

/** What the trail costs; prints the rows for bench/RESULTS.md. Run with {@code -Dkepu.bench=true}. */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
class TrailSpeedTests extends QuietTrail {

    private static final int CHANGES = 10_000;
    private static final int WRITERS = 40;
    private static final int ROWS = 100_000;

    @BeforeEach
    void aTableToChange() {
        OnPostgres.Server.owner(database)
                .sql("create table if not exists notice.work (id uuid primary key, title text)")
                .update();
        OnPostgres.Server.owner(database)
                .sql("grant insert on notice.work to public")
                .update();
    }

    @AfterEach
    void gone() {
        OnPostgres.Server.owner(database).sql("drop table notice.work").update();
    }

    @Test
    void recording_beside_a_change_without_it() {
        change(CHANGES / 10, true);
        for (var round = 1; round <= 2; round++) {
            tell("one after the other, without the trail", change(CHANGES, false));
            tell("one after the other, with the trail", change(CHANGES, true));
            together("40 writers, without the trail", false);
            together("40 writers, with the trail", true);
        }
        sealing.all();
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @Test
    void verifying_many_rows() {
        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < ROWS; i++) {
                trail.record(CLERK, GivenTrail.act(i));
            }
        });
        var began = System.nanoTime();
        sealing.all();
        System.out.printf(Locale.ROOT, "sealing %d rows: %d ms%n", ROWS, (System.nanoTime() - began) / 1_000_000);
        for (var run = 1; run <= 5; run++) {
            var verdict = verifying.verify();
            assertThat(verdict.links()).isEqualTo(ROWS);
            assertThat(verdict.findings()).isEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "verify %d rows: %d ms, %d rows/s%n",
                    ROWS,
                    verdict.took().toMillis(),
                    verdict.rowsPerSecond());
        }
    }

    private long[] change(int times, boolean recorded) {
        return LongStream.range(0, times)
                .map(i -> {
                    var began = System.nanoTime();
                    transaction.executeWithoutResult(status -> {
                        database.sql("insert into notice.work values (gen_random_uuid(), :title)")
                                .param("title", "方案" + i)
                                .update();
                        if (recorded) {
                            trail.record(CLERK, GivenTrail.act((int) i));
                        }
                    });
                    return System.nanoTime() - began;
                })
                .toArray();
    }

    private void together(String what, boolean recorded) {
        var began = System.nanoTime();
        Together.together(WRITERS, writer -> change(CHANGES / WRITERS, recorded).length);
        System.out.printf(Locale.ROOT, "%s: %.0f changes/s%n", what, CHANGES * 1e9 / (System.nanoTime() - began));
    }

    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6);
    }
}
