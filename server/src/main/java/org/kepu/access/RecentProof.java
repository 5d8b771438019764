package org.kepu.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.Sessions;
import org.kepu.page.FreshProof;
import org.springframework.stereotype.Component;

@Component
class RecentProof implements FreshProof {

    private final Sessions sessions;

    RecentProof(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean of(@Nullable Principal reader) {
        return SignedIn.of(reader)
                .map(SignedIn::session)
                .filter(sessions::isFresh)
                .isPresent();
    }
}
