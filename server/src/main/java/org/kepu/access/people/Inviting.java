package org.kepu.access.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.AccountName;
import org.kepu.access.Place;
import org.kepu.access.Secret;
import org.kepu.access.SeparateHands;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A system administrator asks somebody to join. The account is there at once; whoever holds the link chooses its password.
 * The role that comes with it is a wish to the security administrator.
 */
@Service
class Inviting {

    private static final int MOST_LISTED = 300;

    private final People people;
    private final Invitations invitations;
    private final Wishes wishes;
    private final InvitationLetter letter;
    private final SeparateHands hands;
    private final Trail trail;
    private final Clock clock;

    Inviting(
            People people,
            Invitations invitations,
            Wishes wishes,
            InvitationLetter letter,
            SeparateHands hands,
            Trail trail,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.wishes = wishes;
        this.letter = letter;
        this.hands = hands;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Invited invite(Scope scope, Newcomer newcomer) {
        var by = scope.demands(Right.KEEP_ACCOUNTS).actor();
        var refused = refused(scope, newcomer);
        if (!refused.isEmpty()) {
            return new Invited.Refused(refused);
        }
        var secret = letter.secret();
        var account = invitations.openAccount(newcomer, letter.hashOfNothing(), clock.instant());
        if (account.isEmpty()) {
            return new Invited.Refused(List.of(Invited.Why.NAME_TAKEN));
        }
        invitations.insert(account.get(), newcomer.contact(), secret, by.account(), clock.instant());
        if (newcomer.role() != null) {
            wishes.insert(account.get(), newcomer.role(), newcomer.home(), letter.why(), by.account(), clock.instant());
        }
        trail.record(
                by,
                Act.of("access.act.invited", "account", account.get(), "")
                        .in(newcomer.home().within())
                        .about(account.get())
                        .changed("access.place", null, newcomer.home().key())
                        .changed("access.role", null, newcomer.role()));
        return sent(account.get(), newcomer.contact(), secret, by);
    }

    private List<Invited.Why> refused(Scope scope, Newcomer newcomer) {
        var refused = new ArrayList<Invited.Why>();
        if (!new AccountName(newcomer.name()).plain()) {
            refused.add(Invited.Why.NAME_NOT_PLAIN);
        }
        if (newcomer.home().kind() == Place.Kind.PLAN
                || !people.reaches(scope, newcomer.home().within())) {
            refused.add(Invited.Why.OUT_OF_REACH);
        }
        return refused;
    }

    private Invited sent(UUID account, @Nullable Contact contact, Secret secret, Actor by) {
        if (contact == null) {
            return new Invited.ToHandOver(account, letter.link(secret));
        }
        letter.send(account, contact, secret, by);
        return new Invited.Sent(account);
    }

    /**
     * Sends a new link; the old one is worth nothing. A withdrawn invitation stands again, and its account is open.
     *
     * @throws NotFound if there is no such invitation within the scope
     */
    @Transactional
    Invited again(Scope scope, UUID id) {
        var by = scope.demands(Right.KEEP_ACCOUNTS).actor();
        var invitation = invitations.find(scope, id, clock.instant()).orElseThrow(NotFound::new);
        if (hands.holds(invitation.account()) && !letter.leaves(invitation.contact())) {
            return new Invited.Refused(List.of(Invited.Why.SEPARATE_HAND));
        }
        var secret = letter.secret();
        if (!invitations.renew(id, secret, by.account(), clock.instant())) {
            return new Invited.Refused(List.of(Invited.Why.OVER));
        }
        people.open(invitation.account());
        trail.record(
                by,
                Act.of("access.act.invited-again", "account", invitation.account(), "")
                        .about(invitation.account()));
        return sent(invitation.account(), invitation.contact(), secret, by);
    }

    /**
     * Withdraws an invitation that nobody took up, and closes its account.
     *
     * @throws NotFound if there is no such invitation within the scope
     */
    @Transactional
    boolean withdraw(Scope scope, UUID id) {
        var by = scope.demands(Right.KEEP_ACCOUNTS).actor();
        var invitation = invitations.find(scope, id, clock.instant()).orElseThrow(NotFound::new);
        if (!invitations.withdraw(id, by.account(), clock.instant())) {
            return false;
        }
        people.close(invitation.account(), by.account(), letter.withdrawn());
        trail.record(
                by,
                Act.of("access.act.invitation-withdrawn", "account", invitation.account(), "")
                        .about(invitation.account()));
        return true;
    }

    List<Invitations.Row> list(Scope scope) {
        scope.demands(Right.KEEP_ACCOUNTS);
        return invitations.list(scope, clock.instant(), MOST_LISTED);
    }
}
