package org.kepu.page;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads once for all who ask the same at the same time. Whoever comes while a reading goes on waits for the next one, which begins after
 * it: so nothing is kept, and nobody is shown what was so before they asked. Only for what everybody may read.
 *
 * @param <K> what is asked for
 * @param <V> what is read
 */
public final class SharedReading<K, V> {

    private final Map<K, Rounds<V>> going = new ConcurrentHashMap<>();

    /** The reading that goes on, and the next one, if somebody waits for it. */
    private record Rounds<V>(
            CompletableFuture<V> now, @Nullable CompletableFuture<V> next) {}

    /** Reads, or takes part in a reading that has not begun yet. */
    public V read(K asked, Supplier<V> reading) {
        var mine = new CompletableFuture<V>();
        var rounds = Objects.requireNonNull(going.compute(
                asked,
                (key, before) -> before == null
                        ? new Rounds<>(mine, null)
                        : before.next() == null ? new Rounds<>(before.now(), mine) : before));
        if (rounds.now() == mine) {
            return lead(asked, mine, reading);
        }
        var next = Objects.requireNonNull(rounds.next());
        if (next != mine) {
            return wait(next);
        }
        rounds.now().handle((read, failed) -> true).join();
        return lead(asked, mine, reading);
    }

    private V lead(K asked, CompletableFuture<V> mine, Supplier<V> reading) {
        going.computeIfPresent(asked, (key, rounds) -> rounds.next() == mine ? new Rounds<>(mine, null) : rounds);
        try {
            mine.complete(reading.get());
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
        }
        going.computeIfPresent(asked, (key, rounds) -> rounds.now() == mine && rounds.next() == null ? null : rounds);
        return wait(mine);
    }

    private static <V> V wait(CompletableFuture<V> reading) {
        try {
            return reading.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }
}
