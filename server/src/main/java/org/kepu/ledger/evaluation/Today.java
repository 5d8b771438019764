package org.kepu.ledger.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the offices: those of Asia/Shanghai, which end at midnight there. */
final class Today {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Today() {}

    static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
