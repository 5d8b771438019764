package org.kepu.access.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account and its roles, as far as the reader may see them.
 *
 * @param service whether it belongs to another system, and nobody signs in with it
 */
public record PersonView(
        UUID id,
        String name,
        String displayName,
        String where,
        boolean service,
        AccountState state,
        @Nullable Instant closedAt,
        @Nullable String closedWhy,
        @Nullable UUID invitation,
        List<GrantView> live,
        List<GrantView> past) {

    public PersonView {
        live = List.copyOf(live);
        past = List.copyOf(past);
    }
}
