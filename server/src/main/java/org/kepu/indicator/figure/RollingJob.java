package org.kepu.indicator.figure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the cells close behind the facts, and compares them with the facts by night. */
@Component
class RollingJob {

    private static final Logger log = LoggerFactory.getLogger(RollingJob.class);

    /** So many rows at once are no recording, but files that are loaded. */
    private static final int LOADED = 10_000;

    /** While files are loaded, rolling takes one in so many moments, and in larger steps; what is not rolled yet is read as it is. */
    private static final int PART = 4;

    private final Rolling rolling;
    private final VerifyingFigures verifying;
    private final Clock clock;
    private Instant rested = Instant.MIN;

    RollingJob(Rolling rolling, VerifyingFigures verifying, Clock clock) {
        this.rolling = rolling;
        this.verifying = verifying;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${kepu.figures.roll-first:5s}",
            fixedDelayString = "${kepu.figures.roll-every:500ms}")
    void roll() {
        var begun = clock.instant();
        if (begun.isBefore(rested)) {
            return;
        }
        long rolled = rolling.roll();
        if (rolled > 0) {
            rolling.tidy();
        }
        if (rolled > LOADED) {
            rested = begun.plus(Duration.between(begun, clock.instant()).multipliedBy(PART));
        }
    }

    @Scheduled(cron = "0 0 3 * * *", zone = "Asia/Shanghai")
    void verify() {
        var verdict = verifying.verify();
        if (!verdict.agrees()) {
            log.error("{} cells do not agree with the facts: run bin/kepu figures rebuild", verdict.differences());
        }
    }
}
