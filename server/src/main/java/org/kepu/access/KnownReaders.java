package org.kepu.access;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.page.ReadersRights;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

@Component
class KnownReaders implements ReadersRights {

    private final Standing standing;

    KnownReaders(Standing standing) {
        this.standing = standing;
    }

    @Override
    public Set<Right> of(@Nullable Principal reader) {
        return SignedIn.of(reader)
                .<Set<Right>>map(one -> standing.rights(one.actor()))
                .orElseGet(Set::of);
    }
}
