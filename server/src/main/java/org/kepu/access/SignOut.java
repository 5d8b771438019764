package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the session of whoever leaves. */
@Component
class SignOut implements LogoutHandler {

    private final Sessions sessions;
    private final Trail trail;

    SignOut(Sessions sessions, Trail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    @Transactional
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SignedIn.of(authentication).ifPresent(who -> {
            var account = who.actor().account();
            if (sessions.end(account, who.session())) {
                trail.record(
                        who.actor(),
                        Act.of("access.act.signed-out", "account", account, "").about(account));
            }
        });
    }
}
