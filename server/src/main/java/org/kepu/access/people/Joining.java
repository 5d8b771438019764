package org.kepu.access.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kepu.access.AccountMails;
import org.kepu.access.PasswordRule;
import org.kepu.access.Secret;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.notice.Message.Channel;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody follows the link of an invitation and takes up the account. */
@Service
class Joining {

    private final Invitations invitations;
    private final InvitationLetter letter;
    private final AccountMails mails;
    private final Trail trail;
    private final Clock clock;

    Joining(Invitations invitations, InvitationLetter letter, AccountMails mails, Trail trail, Clock clock) {
        this.invitations = invitations;
        this.letter = letter;
        this.mails = mails;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whose account the link opens; nobody's if it is wrong, used, withdrawn or older than a week. */
    Optional<Invitations.Row> invited(Secret secret) {
        return invitations.held(secret, clock.instant());
    }

    /** What came of it. */
    sealed interface Outcome {
        record Joined() implements Outcome {}

        record LinkIsOver() implements Outcome {}

        record Refused(List<PasswordRule> broken) implements Outcome {
            public Refused {
                broken = List.copyOf(broken);
            }
        }
    }

    /** Takes up the account with a password of one's own. The link works once. */
    @Transactional
    Outcome join(Secret secret, String password, String address) {
        var found = invited(secret);
        if (found.isEmpty()) {
            return new Outcome.LinkIsOver();
        }
        var invited = found.get();
        var broken = PasswordRule.brokenBy(password, invited.name(), invited.displayName());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        if (!invitations.accept(secret, clock.instant())) {
            return new Outcome.LinkIsOver();
        }
        var account = invited.account();
        invitations.password(account, letter.hash(password));
        var contact = invited.contact();
        if (contact != null && contact.channel() == Channel.MAIL) {
            mails.keep(account, contact.to());
        }
        trail.record(
                new Actor(account, Actor.Kind.STAFF, invited.displayName(), null, address),
                Act.of("access.act.joined", "account", account, "").about(account));
        return new Outcome.Joined();
    }
}
