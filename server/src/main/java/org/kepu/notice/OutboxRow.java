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
        boolean readable,
        boolean repeatable) {}
