package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many ask the same at once: it is read once more, not once for each, and nobody sees what was before they asked. */
class SharedReadingTest {

    private final SharedReading<String, Integer> shared = new SharedReading<>();
    private final AtomicInteger readings = new AtomicInteger();

    private FutureTask<Integer> started(Runnable first) {
        var task = new FutureTask<>(() -> shared.read("a", () -> {
            first.run();
            return readings.incrementAndGet();
        }));
        Thread.ofPlatform().start(task);
        return task;
    }

    @Test
    void who_comes_while_it_is_read_takes_part_in_the_next_reading() throws Exception {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = started(() -> {
            began.countDown();
            await(goOn);
        });
        began.await();
        var later = new ArrayList<FutureTask<Integer>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            var task = new FutureTask<>(() -> shared.read("a", readings::incrementAndGet));
            later.add(task);
            threads.add(Thread.ofPlatform().start(task));
        }
        while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        assertThat(shared.read("b", () -> 100)).isEqualTo(100);
        goOn.countDown();
        assertThat(first.get()).isEqualTo(1);
        for (var one : later) {
            assertThat(one.get()).isEqualTo(2);
        }
    }

    @Test
    void nothing_is_kept() {
        assertThat(List.of(shared.read("a", readings::incrementAndGet), shared.read("a", readings::incrementAndGet)))
                .containsExactly(1, 2);
    }

    @Test
    void nobody_is_shown_what_was_before_they_asked() {
        var now = new AtomicInteger();
        together(16, person -> {
            for (int i = 0; i < 2_000; i++) {
                var mine = now.incrementAndGet();
                assertThat(shared.read("a", now::get)).isGreaterThanOrEqualTo(mine);
            }
            return person;
        });
    }

    @Test
    void a_reading_that_fails_fails_for_those_who_share_it_and_the_next_begins_anew() {
        assertThatThrownBy(() -> shared.read("a", () -> {
                    throw new NotFound();
                }))
                .isInstanceOf(NotFound.class);
        assertThat(shared.read("a", () -> 7)).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
