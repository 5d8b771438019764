package org.kepu.access.people;

import java.util.Locale;
import java.util.UUID;
import org.kepu.access.AccountMails;
import org.kepu.access.factor.Factors;
import org.kepu.notice.Message;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Outbox;
import org.kepu.page.NotFound;
import org.kepu.page.Site;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 第二因子丢失: a security administrator takes away the second factors of somebody who has lost them. At the next sign-in
 * new ones are set up; the owner is told by mail, for it may have been somebody else who asked.
 */
@Service
class LostFactors {

    private final People people;
    private final Factors factors;
    private final AccountMails mails;
    private final Outbox outbox;
    private final MessageSource words;
    private final Site site;

    LostFactors(People people, Factors factors, AccountMails mails, Outbox outbox, MessageSource words, Site site) {
        this.people = people;
        this.factors = factors;
        this.mails = mails;
        this.outbox = outbox;
        this.words = words;
        this.site = site;
    }

    /** Whether there are factors that the scope may take away. */
    @Transactional(readOnly = true)
    boolean mayForget(Scope scope, UUID id) {
        var by = scope.demands(Right.GRANT).actor();
        return !by.account().equals(id)
                && factors.protect(id)
                && people.find(scope, id)
                        .filter(account -> people.keeps(scope, account))
                        .isPresent();
    }

    /**
     * Takes all second factors of the account away and ends its sessions.
     *
     * @throws NotFound if no such account of staff is kept within the scope
     */
    @Transactional
    TakenBack forget(Scope scope, UUID id, String why) {
        var by = scope.demands(Right.GRANT).actor();
        var account = people.kept(scope, id).filter(one -> one.kind() == Actor.Kind.STAFF);
        if (account.isEmpty()) {
            throw new NotFound();
        }
        if (by.account().equals(id)) {
            return TakenBack.OWN;
        }
        if (!factors.protect(id)) {
            return TakenBack.OVER;
        }
        factors.forget(by, id, why);
        mails.mail(id)
                .ifPresent(to -> outbox.send(new Message(
                        Channel.MAIL,
                        to,
                        say("access.people.factors.mail.subject"),
                        say("access.people.factors.mail.text", by.name(), site.telephone()),
                        id,
                        false)));
        return TakenBack.DONE;
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
