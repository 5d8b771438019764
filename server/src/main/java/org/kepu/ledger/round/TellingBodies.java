package org.kepu.ledger.round;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kepu.access.Addressees;
import org.kepu.body.LiaisonNumbers;
import org.kepu.notice.Message;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Outbox;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends word to bodies: to the accounts that do their tasks, or where there is none to the mobile numbers of their 联络员. */
@Service
public class TellingBodies {

    private final Addressees addressees;
    private final LiaisonNumbers liaisons;
    private final Outbox outbox;
    private final RoundSettings settings;
    private final Clock clock;

    TellingBodies(Addressees addressees, LiaisonNumbers liaisons, Outbox outbox, RoundSettings settings, Clock clock) {
        this.addressees = addressees;
        this.liaisons = liaisons;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether people are left in peace now; what there is to say waits until they are not. */
    public boolean isQuiet() {
        return settings.quiet(clock);
    }

    /**
     * Tells each body its text, in the transaction of what it tells of; says how many messages went out.
     *
     * @param subject the line above an e-mail
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(String subject, Map<BodyId, String> texts) {
        if (texts.isEmpty()) {
            return 0;
        }
        var accounts = addressees.of(Right.DO_TASKS, texts.keySet());
        var mobiles = liaisons.mobiles(texts.keySet(), Today.by(clock));
        var messages = texts.entrySet().stream()
                .flatMap(body -> accounts.containsKey(body.getKey())
                        ? accounts.get(body.getKey()).stream()
                                .map(to -> new Message(
                                        to.channel(), to.to(), subject, body.getValue(), to.account(), false))
                        : mobiles.getOrDefault(body.getKey(), List.of()).stream()
                                .map(number -> new Message(Channel.SMS, number, subject, body.getValue(), null, false)))
                .toList();
        messages.forEach(outbox::send);
        return messages.size();
    }
}
