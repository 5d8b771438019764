package org.kepu.access.people;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation in the list.
 *
 * @param contact masked; empty where the link is handed over
 */
public record InvitationLine(
        UUID id,
        UUID account,
        String name,
        String displayName,
        String where,
        String contact,
        String by,
        Instant invitedAt,
        Instant expires,
        InvitationState state) {}
