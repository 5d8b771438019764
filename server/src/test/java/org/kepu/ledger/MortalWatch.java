package org.kepu.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.kepu.vault.Watch;

/** The watch of a program that can be killed: whoever works is stopped at a reading of it, as by the end of the server. */
final class MortalWatch extends Clock {

    private final Watch watch;
    private final ThreadLocal<Integer> readingsLeft = new ThreadLocal<>();

    MortalWatch(Instant begin) {
        this.watch = new Watch(begin);
    }

    /** What the end of a program is to whatever it was doing: no word of it, and nothing is tidied up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Moves on to eleven in the morning of a day, in Asia/Shanghai. */
    void to(String day) {
        watch.forward(Duration.between(watch.instant(), Instant.parse(day + "T03:00:00Z")));
    }

    void forward(Duration time) {
        watch.forward(time);
    }

    /** This thread looks so many times more at the watch, and then never again at what it was doing. */
    void killAfter(int readings) {
        readingsLeft.set(readings);
    }

    @Override
    public Instant instant() {
        var left = readingsLeft.get();
        if (left != null && left == 0) {
            readingsLeft.remove();
            throw new Killed();
        }
        if (left != null) {
            readingsLeft.set(left - 1);
        }
        return watch.instant();
    }

    @Override
    public ZoneId getZone() {
        return watch.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
