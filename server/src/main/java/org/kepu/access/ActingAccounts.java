package org.kepu.access;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Acting;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Component;

@Component
class ActingAccounts implements Acting {

    @Override
    public Optional<Actor> of(@Nullable Principal session) {
        return SignedIn.of(session).map(one -> SignedIn.actor(session));
    }
}
