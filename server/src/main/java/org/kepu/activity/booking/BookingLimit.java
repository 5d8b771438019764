package org.kepu.activity.booking;

import java.time.Duration;
import java.util.List;
import org.kepu.activity.SessionId;
import org.kepu.guard.Limit;
import org.kepu.guard.Limits;
import org.kepu.guard.Limits.Counted;

/**
 * How often codes of bookings may be tried that there are not, and how many forms are taken that ask for places. A million bookings in a
 * million million codes: no one is found by chance. Behind one address there may be a school, a village or all who read by one
 * network of telephones, so it may ask much; but of no single session may it take more than some places.
 */
public enum BookingLimit implements Limit {
    //                            times, within, open in doubt
    WRONG_CODES_FROM_ONE_ADDRESS(30, Duration.ofHours(1), false),
    REGISTRATIONS_FROM_ONE_ADDRESS(600, Duration.ofHours(1), true),
    REGISTRATIONS_FROM_ONE_ADDRESS_FOR_ONE_SESSION(60, Duration.ofHours(1), true),
    REGISTRATIONS_FOR_ONE_SESSION(20_000, Duration.ofHours(1), true);

    private final Bound bound;

    BookingLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    /** What a form that asks for places counts for. */
    public static List<Counted> ofForm(SessionId session, String address) {
        var place = Limits.place(address);
        return List.of(
                new Counted(REGISTRATIONS_FROM_ONE_ADDRESS, place),
                new Counted(REGISTRATIONS_FROM_ONE_ADDRESS_FOR_ONE_SESSION, place + " " + session),
                new Counted(REGISTRATIONS_FOR_ONE_SESSION, session.toString()));
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
