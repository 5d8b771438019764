package org.kepu.notice;

import java.util.UUID;

/** Brings messages of one channel to their recipients. Beans of this type are used; a channel without one is only shown. */
interface Sender {

    Message.Channel channel();

    /**
     * Hands one message over. It may be handed over twice, when the program was killed in between: the id stays the same.
     *
     * @throws Undelivered if it was not taken
     */
    void send(UUID id, String to, String subject, String text) throws Undelivered;
}
