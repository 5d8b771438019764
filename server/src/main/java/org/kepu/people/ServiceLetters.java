package org.kepu.people;

import java.util.Locale;
import java.util.UUID;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.shared.PhoneNumber;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people who serve are told, within the transaction of what it tells of. Telephones without short messages are rung up. */
@Component
public class ServiceLetters {

    private final Persons persons;
    private final Outbox outbox;
    private final MessageSource words;

    ServiceLetters(Persons persons, Outbox outbox, MessageSource words) {
        this.persons = persons;
        this.outbox = outbox;
        this.words = words;
    }

    /**
     * Says whether there was somebody to tell.
     *
     * @param key of the sentence
     */
    public boolean send(UUID person, String key, Object... arguments) {
        return send(person, false, key, arguments);
    }

    /** The same with a code or link that opens something. */
    public boolean sendSecret(UUID person, String key, Object... arguments) {
        return send(person, true, key, arguments);
    }

    private boolean send(UUID person, boolean secret, String key, Object... arguments) {
        var phone = persons.inFull(person).map(Persons.InFull::phone).filter(PhoneNumber::isMobile);
        phone.ifPresent(number -> outbox.send(new Message(
                Message.Channel.SMS,
                number.digits(),
                "",
                words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE),
                null,
                secret)));
        return phone.isPresent();
    }
}
