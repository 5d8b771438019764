package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.SigningIn.Outcome;
import org.kepu.access.session.Session.Proof;
import org.kepu.access.session.Session.Second;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a proof becomes a session. The browser's session gets a new name at each step up, and keeps nothing but the page
 * that was asked for: neither its name, nor its form token, nor anything begun in it serves whoever had it before.
 */
@Component
class Entrance {

    private final Sessions sessions;
    private final Trail trail;
    private final RequestCache asked;
    private final Clock clock;

    Entrance(Sessions sessions, Trail trail, RequestCache asked, Clock clock) {
        this.sessions = sessions;
        this.trail = trail;
        this.asked = asked;
        this.clock = clock;
    }

    /** Lets somebody in who has proved enough. */
    @Transactional
    public UUID open(
            Actor who, Proof first, @Nullable Second second, HttpServletRequest request, HttpServletResponse response) {
        stepUp(request);
        var address = request.getRemoteAddr();
        var session = sessions.open(who.account(), first, second, address, request.getHeader("User-Agent"));
        OpenSessions.keep(request, session);
        trail.record(
                who.from(address),
                Act.of("access.act.signed-in", "account", who.account(), "")
                        .about(who.account())
                        .changed("access.session.proof", null, first)
                        .changed("access.session.second", null, second));
        return session;
    }

    /** Goes on after a first proof; where to. */
    @Transactional
    public String onward(Outcome outcome, Proof first, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.In in -> {
                open(in.account().actor(), first, null, request, response);
                yield next(request, response);
            }
            case Outcome.Halfway half -> {
                halfway(half.account(), first, false, request, response);
                yield "/sign-in/factor";
            }
            case Outcome.Unprotected bare -> {
                halfway(bare.account(), first, true, request, response);
                yield "/sign-in/enrol";
            }
            case Outcome.Wrong wrong -> "/sign-in?wrong";
            case Outcome.TooOften wait -> "/sign-in?wait";
        };
    }

    /** Waits for the second proof. */
    void halfway(
            Account account, Proof first, boolean enrols, HttpServletRequest request, HttpServletResponse response) {
        stepUp(request);
        new Halfway(account.id(), first, enrols, clock.instant()).keep(request);
    }

    Optional<Halfway> awaited(HttpServletRequest request) {
        return Halfway.of(request, clock.instant());
    }

    /** The page somebody asked for before being sent to sign in, or the desk. */
    String next(HttpServletRequest request, HttpServletResponse response) {
        var page = asked.getRequest(request, response);
        if (page == null) {
            return "/desk";
        }
        asked.removeRequest(request, response);
        return page.getRedirectUrl();
    }

    private static void stepUp(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        var kept = request.getSession();
        Collections.list(kept.getAttributeNames()).stream()
                .filter(name -> !name.equals(Security.ASKED_PAGE))
                .forEach(kept::removeAttribute);
    }
}
