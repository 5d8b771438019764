package org.kepu.notice;

import org.kepu.notice.Message.Channel;
import org.springframework.stereotype.Service;

/** Tells which messages arrive and which only wait to be read in the outbox. */
@Service
public class Channels {

    private final Delivery delivery;

    Channels(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Whether messages of this channel leave the platform. */
    public boolean leave(Channel channel) {
        return delivery.leaves(channel);
    }
}
