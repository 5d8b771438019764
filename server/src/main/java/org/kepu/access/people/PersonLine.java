package org.kepu.access.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Role;

/**
 * A person in the list.
 *
 * @param where the body or division, as it is called
 * @param nextEnd when the next of the roles ends, if one does
 */
public record PersonLine(
        UUID id,
        String name,
        String displayName,
        String where,
        List<Role> roles,
        @Nullable Instant nextEnd,
        AccountState state) {

    public PersonLine {
        roles = List.copyOf(roles);
    }
}
