package org.kepu.access;

import java.util.Locale;
import java.util.Objects;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.shared.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A citizen at an open session proves once more to be its owner: by a code to the contact that opens the account. */
@Service
class CitizenProof {

    private final ContactCodes codes;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Outbox outbox;
    private final MessageSource words;
    private final TransactionOperations transactions;

    CitizenProof(
            ContactCodes codes,
            SignInThrottle throttle,
            Sessions sessions,
            Outbox outbox,
            MessageSource words,
            TransactionOperations transactions) {
        this.codes = codes;
        this.throttle = throttle;
        this.sessions = sessions;
        this.outbox = outbox;
        this.words = words;
        this.transactions = transactions;
    }

    /** What came of a code. */
    enum Outcome {
        OWNER,
        WRONG,
        TOO_OFTEN
    }

    /** Sends a code to the contact of the account; nothing if too many were asked for. */
    boolean ask(SessionHolder owner, Contact current, Locale locale) {
        var who = owner.actor();
        var admitted = throttle.admits(Door.MESSAGE, current.plain(), who.address());
        if (admitted) {
            transactions.executeWithoutResult(begun -> send(who, current, locale));
        }
        return admitted;
    }

    private void send(Actor who, Contact current, Locale locale) {
        outbox.send(new Message(
                current.channel(),
                current.plain(),
                words.getMessage("access.prove.message.subject", null, locale),
                words.getMessage(
                        "access.prove.message.text", new Object[] {codes.make(current, who.account())}, locale),
                who.account(),
                true));
    }

    /** Takes the code; the session is fresh again. */
    Outcome prove(SessionHolder owner, Contact current, String typed) {
        var who = owner.actor();
        if (!throttle.admits(Door.CODE, "", who.address())) {
            return Outcome.TOO_OFTEN;
        }
        return Objects.requireNonNull(transactions.execute(begun -> take(owner, current, typed)));
    }

    private Outcome take(SessionHolder owner, Contact current, String typed) {
        var who = owner.actor();
        if (!codes.takes(current, who.account(), typed)) {
            return Outcome.WRONG;
        }
        throttle.forgive(Door.CODE, "", who.address());
        sessions.proved(owner.session());
        return Outcome.OWNER;
    }
}
