package org.kepu.ledger.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the offices: those of Asia/Shanghai, which end at midnight there. */
public final class Today {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Today() {}

    public static LocalDate by(Clock clock) {
        return at(clock.instant());
    }

    public static LocalDate at(Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI);
    }
}
