package org.kepu.order;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether a promised day has gone by, and what closes by itself. */
@Component
class EscalatingJob {

    private static final Logger log = LoggerFactory.getLogger(EscalatingJob.class);

    private final Escalating escalating;
    private final Closing closing;

    EscalatingJob(Escalating escalating, Closing closing) {
        this.escalating = escalating;
        this.closing = closing;
    }

    @Scheduled(initialDelayString = "${kepu.orders.look-first:2m}", fixedDelayString = "${kepu.orders.look-every:10m}")
    void look() {
        try {
            untilNone(escalating::run);
            untilNone(closing::run);
        } catch (DataAccessException fault) {
            log.error("looking for late orders stopped; it goes on at the next look", fault);
        }
    }

    private static void untilNone(IntSupplier run) {
        int some;
        do {
            some = run.getAsInt();
        } while (some > 0);
    }
}
