package org.kepu.access;

import java.util.Locale;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A citizen at an open session proves once more to be its owner: by a code to the contact that opens the account. */
@Service
class CitizenProof {

    private final ContactCodes codes;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Outbox outbox;
    private final MessageSource words;

    CitizenProof(ContactCodes codes, SignInThrottle throttle, Sessions sessions, Outbox outbox, MessageSource words) {
        this.codes = codes;
        this.throttle = throttle;
        this.sessions = sessions;
        this.outbox = outbox;
        this.words = words;
    }

    /** What came of a code. */
    enum Outcome {
        OWNER,
        WRONG,
        TOO_OFTEN
    }

    /** Sends a code to the contact of the account; nothing if too many were asked for. */
    @Transactional
    boolean ask(SessionHolder owner, Contact current, Locale locale) {
        var who = owner.actor();
        if (!throttle.admits(Door.MESSAGE, current.plain(), who.address())) {
            return false;
        }
        outbox.send(new Message(
                current.channel(),
                current.plain(),
                words.getMessage("access.prove.message.subject", null, locale),
                words.getMessage(
                        "access.prove.message.text", new Object[] {codes.make(current, who.account())}, locale),
                who.account(),
                true));
        return true;
    }

    /** Takes the code; the session is fresh again. */
    @Transactional
    Outcome prove(SessionHolder owner, Contact current, String typed) {
        var who = owner.actor();
        if (!throttle.admits(Door.CODE, "", who.address())) {
            return Outcome.TOO_OFTEN;
        }
        if (!codes.takes(current, who.account(), typed)) {
            return Outcome.WRONG;
        }
        throttle.forgive(Door.CODE, "", who.address());
        sessions.proved(owner.session());
        return Outcome.OWNER;
    }
}
