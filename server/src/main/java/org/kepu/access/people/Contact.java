package org.kepu.access.people;

import java.util.Optional;
import org.kepu.notice.Message.Channel;

/** Where somebody is reached outside of the platform: a mail address or a mobile number. */
record Contact(Channel channel, String to) {

    /** What was typed, if it is either. */
    static Optional<Contact> read(String typed) {
        var text = typed.strip();
        if (text.matches("1\\d{10}")) {
            return Optional.of(new Contact(Channel.SMS, text));
        }
        return text.length() <= 100 && text.matches("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+")
                ? Optional.of(new Contact(Channel.MAIL, text))
                : Optional.empty();
    }

    /** Enough to recognise it by: {@code 138****5678}, {@code z***@kepu.cn}. */
    String masked() {
        return switch (channel) {
            case SMS -> to.substring(0, 3) + "****" + to.substring(7);
            case MAIL -> to.charAt(0) + "***" + to.substring(to.indexOf('@'));
        };
    }

    @Override
    public String toString() {
        return "Contact[" + masked() + "]";
    }
}
