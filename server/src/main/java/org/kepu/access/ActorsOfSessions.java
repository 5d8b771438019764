package org.kepu.access;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.WhoActs;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Component;

@Component
class ActorsOfSessions implements WhoActs {

    @Override
    public Optional<Actor> of(@Nullable Principal session) {
        return session == null ? Optional.empty() : Optional.of(ActorAndScope.actor(session));
    }
}
