package org.kepu.ledger.round;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second whether plans wait to be asked. */
@Component
class AskingJob {

    private static final Logger log = LoggerFactory.getLogger(AskingJob.class);

    private final AskingPlans asking;

    AskingJob(AskingPlans asking) {
        this.asking = asking;
    }

    @Scheduled(initialDelayString = "${kepu.rounds.ask-first:2s}", fixedDelayString = "${kepu.rounds.ask-every:1s}")
    void look() {
        try {
            asking.run();
        } catch (DataAccessException fault) {
            log.error("opening rounds stopped; it goes on from where it was", fault);
        }
    }
}
