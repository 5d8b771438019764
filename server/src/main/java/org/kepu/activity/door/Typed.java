package org.kepu.activity.door;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is written down on the page itself, without a telephone that keeps anything: a code, or one more who just came.
 *
 * @param at when it was typed
 */
public record Typed(List<Batch.Shown> codes, List<Batch.Counted> counts, Instant at) {

    public Typed {
        codes = List.copyOf(codes);
        counts = List.copyOf(counts);
    }

    /** @param id given to the form when it was shown, so that a second click is the same scan */
    static Typed code(UUID id, String code, Instant at) {
        return new Typed(List.of(new Batch.Shown(id, code, at)), List.of(), at);
    }

    static Typed count(Batch.Counted counted, Instant at) {
        return new Typed(List.of(), List.of(counted), at);
    }

    Batch by(Keeper keeper) {
        return new Batch(keeper.page(), at, codes, counts);
    }
}
