package org.kepu.access.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service account in the list.
 *
 * @param tokens how many of its tokens hold now
 */
public record ServiceLine(
        UUID id,
        String name,
        String displayName,
        int tokens,
        @Nullable Instant lastUsed,
        boolean closed) {}
