package org.kepu.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox every second. */
@Component
class DeliveryJob {

    private static final Logger log = LoggerFactory.getLogger(DeliveryJob.class);

    private final Delivery delivery;

    DeliveryJob(Delivery delivery) {
        this.delivery = delivery;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void look() {
        try {
            delivery.run();
        } catch (DataAccessException fault) {
            log.error("the outbox cannot be read", fault);
        }
    }
}
