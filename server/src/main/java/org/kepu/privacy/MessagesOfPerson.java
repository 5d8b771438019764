package org.kepu.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.notice.PersonsMessages;
import org.springframework.stereotype.Component;

/** Messages in the outbox, sent or not. */
@Component
class MessagesOfPerson implements PersonalData, Retained {

    private final PersonsMessages messages;

    MessagesOfPerson(PersonsMessages messages) {
        this.messages = messages;
    }

    @Override
    public String source() {
        return "notice.message";
    }

    @Override
    public String messageKey() {
        return "privacy.place.message";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "notice.message.recipient",
                "notice.message.recipient_print",
                "notice.message.subject",
                "notice.message.text",
                "notice.message.person");
    }

    @Override
    public List<Held> find(Subject subject) {
        return messages.of(subject.person(), subject.values()).stream()
                .flatMap(one -> Stream.of(
                        new Held("messages", "notice.message.recipient", one.to()),
                        new Held("messages", "notice.message.text", one.text())))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        return Erased.removed(messages.erase(subject.person(), subject.values()));
    }

    @Override
    public int left(Subject subject) {
        return messages.of(subject.person(), subject.values()).size();
    }

    @Override
    public String rule() {
        return "notice.message";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return messages.removeOlderThan(limit);
    }
}
