package org.kepu.ledger.evaluation.report;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second whether a report waits to be made. */
@Component
class ReportJob {

    private static final Logger log = LoggerFactory.getLogger(ReportJob.class);

    private final WritingReports writing;

    ReportJob(WritingReports writing) {
        this.writing = writing;
    }

    @Scheduled(initialDelayString = "${kepu.reports.make-first:2s}", fixedDelayString = "${kepu.reports.make-every:1s}")
    void look() {
        try {
            while (!Thread.currentThread().isInterrupted() && writing.next()) {
                // the next one
            }
        } catch (DataAccessException fault) {
            log.error("making reports stopped; it goes on when it is looked next", fault);
        }
    }
}
