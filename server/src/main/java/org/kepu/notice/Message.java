package org.kepu.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person, outside of the platform.
 *
 * @param to the telephone number or mail address, in clear; it is kept encrypted
 * @param subject the line above an e-mail; not sent by SMS
 * @param person the account that it is for, if there is one; with it the message is erased
 * @param secret whether the text holds a link or code that opens something: it is not shown again once sent
 */
public record Message(
        Channel channel,
        String to,
        String subject,
        String text,
        @Nullable UUID person,
        boolean secret) {

    public enum Channel {
        MAIL,
        SMS;

        /** The key of the channel's name on screen. */
        public String messageKey() {
            return "notice.channel." + name();
        }
    }

    @Override
    public String toString() {
        return "Message[" + channel + "]";
    }
}
