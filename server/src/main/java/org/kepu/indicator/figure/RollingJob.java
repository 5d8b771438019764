package org.kepu.indicator.figure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the cells close behind the facts, and compares them with the facts by night. */
@Component
class RollingJob {

    private static final Logger log = LoggerFactory.getLogger(RollingJob.class);

    private final Rolling rolling;
    private final VerifyingFigures verifying;

    RollingJob(Rolling rolling, VerifyingFigures verifying) {
        this.rolling = rolling;
        this.verifying = verifying;
    }

    @Scheduled(
            initialDelayString = "${kepu.figures.roll-first:5s}",
            fixedDelayString = "${kepu.figures.roll-every:500ms}")
    void roll() {
        if (rolling.roll() > 0) {
            rolling.tidy();
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
