package org.kepu.ledger.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the offices: those of Asia/Shanghai, which end at midnight there. */
final class Today {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Today() {}

    static LocalDate by(Clock clock) {
        return at(clock.instant());
    }

    static LocalDate at(Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI);
    }
}
