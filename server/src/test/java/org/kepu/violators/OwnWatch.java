package org.kepu.violators;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

/** Looks at a watch of its own, in every way there is. Each is caught by itself. */
public final class OwnWatch {

    public static final class Moment {
        Instant now() {
            return Instant.now();
        }
    }

    public static final class DayOfZone {
        LocalDate today() {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }
    }

    public static final class Reference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    public static final class Millis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    public static final class OldDate {
        Date now() {
            return new Date();
        }
    }

    public static final class OwnClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
