package org.kepu.ledger.supervision.note;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether a body is to be told of a note. */
@Component
class TellingOfNotesJob {

    private static final Logger log = LoggerFactory.getLogger(TellingOfNotesJob.class);

    private final TellingOfNotes telling;

    TellingOfNotesJob(TellingOfNotes telling) {
        this.telling = telling;
    }

    @Scheduled(
            initialDelayString = "${kepu.supervision.tell-first:1m}",
            fixedDelayString = "${kepu.supervision.tell-every:1m}")
    void look() {
        try {
            telling.run();
        } catch (DataAccessException fault) {
            log.error("telling of supervision notes stopped; it goes on at the next look", fault);
        }
    }
}
