package org.kepu.audit;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;

/** Knows who acts in a session. */
public interface WhoActs {

    /** Nobody if there is no session. */
    Optional<Actor> of(@Nullable Principal session);
}
