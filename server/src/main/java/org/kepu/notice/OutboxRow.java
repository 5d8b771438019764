package org.kepu.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;

/**
 * A message as the outbox lists it.
 *
 * @param to the recipient, masked
 * @param settled when it was last tried, if it was
 * @param withheld whether its text is never shown: it opens the account of an administrator
 * @param readable whether its text can be shown: it goes nowhere, and has not been wiped
 * @param repeatable whether it can be put into the queue again
 */
public record OutboxRow(
        UUID id,
        Message.Channel channel,
        String to,
        String subject,
        String stateKey,
        Tone tone,
        int tries,
        Instant queued,
        @Nullable Instant settled,
        @Nullable String failureKey,
        boolean secret,
        boolean withheld,
        boolean readable,
        boolean repeatable) {

    /** The same, never to be read here. */
    OutboxRow unseen() {
        return new OutboxRow(
                id,
                channel,
                to,
                subject,
                stateKey,
                tone,
                tries,
                queued,
                settled,
                failureKey,
                secret,
                true,
                false,
                repeatable);
    }
}
