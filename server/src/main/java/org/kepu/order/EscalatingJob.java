package org.kepu.order;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether a promised day has gone by. */
@Component
class EscalatingJob {

    private static final Logger log = LoggerFactory.getLogger(EscalatingJob.class);

    private final Escalating escalating;

    EscalatingJob(Escalating escalating) {
        this.escalating = escalating;
    }

    @Scheduled(initialDelayString = "${kepu.orders.look-first:2m}", fixedDelayString = "${kepu.orders.look-every:10m}")
    void look() {
        try {
            int some;
            do {
                some = escalating.run();
            } while (some > 0);
        } catch (DataAccessException fault) {
            log.error("looking for late orders stopped; it goes on at the next look", fault);
        }
    }
}
