package org.kepu.ledger.round;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes who is to be reminded. */
@Component
class RemindingJob {

    private static final Logger log = LoggerFactory.getLogger(RemindingJob.class);

    private final Reminding reminding;

    RemindingJob(Reminding reminding) {
        this.reminding = reminding;
    }

    @Scheduled(
            initialDelayString = "${kepu.rounds.remind-first:1m}",
            fixedDelayString = "${kepu.rounds.remind-every:5m}")
    void look() {
        try {
            reminding.run();
        } catch (DataAccessException fault) {
            log.error("reminders stopped; they go on at the next look", fault);
        }
    }
}
