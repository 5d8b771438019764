package org.kepu.people.team;

import java.time.Duration;
import org.kepu.guard.Limit;

/**
 * How often codes of volunteers may be tried that there are not, and new ones be asked for. With 80 bits none is found by
 * chance; a message to somebody's telephone is a nuisance if it comes again and again.
 */
enum VolunteerLimit implements Limit {
    //                                       times, within, open in doubt
    WRONG_CODES_OF_VOLUNTEERS(30, Duration.ofHours(1), false),
    NEW_CODES_FOR_ONE_NUMBER(3, Duration.ofDays(1), false),
    ASKING_WITH_ONE_NUMBER(10, Duration.ofDays(1), false);

    private final Bound bound;

    VolunteerLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
