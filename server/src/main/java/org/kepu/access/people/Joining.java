package org.kepu.access.people;

import java.time.Clock;
import java.util.Optional;
import org.kepu.access.Secret;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody follows the link of an invitation and takes up the account. */
@Service
class Joining {

    private final Invitations invitations;
    private final InvitationLetter letter;
    private final Trail trail;
    private final Clock clock;

    Joining(Invitations invitations, InvitationLetter letter, Trail trail, Clock clock) {
        this.invitations = invitations;
        this.letter = letter;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whose account the link opens; nobody's if it is wrong, used, withdrawn or older than a week. */
    Optional<Invitations.Row> invited(Secret secret) {
        return invitations.held(secret, clock.instant());
    }

    /** Takes up the account with a password of one's own. The link works once. */
    @Transactional
    boolean join(Secret secret, String password, String address) {
        var invited = invited(secret);
        if (invited.isEmpty() || !invitations.accept(secret, clock.instant())) {
            return false;
        }
        var account = invited.get().account();
        invitations.password(account, letter.hash(password));
        trail.record(
                new Actor(account, Actor.Kind.STAFF, invited.get().displayName(), null, address),
                Act.of("access.act.joined", "account", account, "").about(account));
        return true;
    }
}
