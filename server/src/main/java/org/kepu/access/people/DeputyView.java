package org.kepu.access.people;

import java.time.Instant;
import java.util.UUID;

/** An entry of somebody acting in another's place. */
public record DeputyView(
        UUID id,
        UUID represented,
        String representedName,
        UUID deputy,
        String deputyName,
        Instant starts,
        Instant ends,
        String reason,
        boolean now) {}
