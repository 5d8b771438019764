package org.kepu.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one row of the trail says.
 *
 * @param at to the microsecond, as the database keeps it
 * @param actorName of the program's jobs only
 * @param changes as JSON, letter by letter as it is stored
 */
public record Entry(
        UUID id,
        Instant at,
        UUID actor,
        String actorKind,
        String actorName,
        @Nullable UUID represented,
        String address,
        String act,
        String objectKind,
        String object,
        String label,
        @Nullable String region,
        @Nullable UUID subject,
        String changes,
        String reason) {

    /** What the row's mark is made for. */
    public static final String MARK = "audit.entry";

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The row as bytes: what its mark and its hash are made of. */
    public byte[] canonical() {
        return new Fields()
                .add(id)
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .add(actor)
                .add(actorKind)
                .add(actorName)
                .add(represented)
                .add(address)
                .add(act)
                .add(objectKind)
                .add(object)
                .add(label)
                .add(region)
                .add(subject)
                .add(changes)
                .add(reason)
                .bytes();
    }

    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}
