package org.kepu.access;

import java.util.UUID;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

@Component
class RegisteredSessions implements SessionsOf {

    private final SessionRegistry sessions;

    RegisteredSessions(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    @Override
    public void end(UUID account) {
        sessions.getAllPrincipals().stream()
                .filter(one -> one instanceof SignedIn signedIn
                        && signedIn.actor().account().equals(account))
                .flatMap(one -> sessions.getAllSessions(one, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
