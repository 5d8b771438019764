package org.kepu.activity.door;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.SessionId;

/**
 * Whoever stands at the door of a session: made by the two entrances only, which look at rights and at links.
 *
 * @param account of the clerk; null for a helper
 * @param link by which a helper came; null for a clerk
 * @param until when their time at the door is over
 */
record Keeper(
        SessionId session, @Nullable UUID account, @Nullable UUID link, Instant until) {

    /** What is written down by the page itself, without script, has no telephone of its own. */
    UUID page() {
        return UUID.nameUUIDFromBytes((session + " " + account + " " + link).getBytes(StandardCharsets.UTF_8));
    }
}
