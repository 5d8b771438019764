package org.kepu.order;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to take an order: whoever pressed first. Connections go to whoever is awake, so without a queue a few would be
 * answered again and again while others wait for a second (0132).
 */
@Component
class TakingTurns {

    /** How long somebody waits for their turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore turns;

    /** @param connections of which takers use at most a quarter; those who register use half, the others are for whoever reads */
    TakingTurns(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        this.turns = new Semaphore(Math.max(1, connections / 4), true);
    }

    /** What came of the step; nothing, and the step was not begun, if the turn did not come in three seconds. */
    <T> Optional<T> inTurn(Supplier<T> step) {
        if (!hasCome()) {
            return Optional.empty();
        }
        try {
            return Optional.of(step.get());
        } finally {
            turns.release();
        }
    }

    private boolean hasCome() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
