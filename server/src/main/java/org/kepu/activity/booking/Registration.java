package org.kepu.activity.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of asking for places. */
public sealed interface Registration {

    /** @param code by which the booking is found again */
    record Confirmed(String code) implements Registration {}

    /**
     * The same person has places of this session, or waits for them.
     *
     * @param code only for whoever made that booking: others learn that there is one, not more
     * @param drawn whether the seats of the session are drawn
     */
    record Already(@Nullable String code, Booking.State state, boolean drawn) implements Registration {}

    /** @param position in the line, from 1; 0 if it is yet to be drawn, or a place is offered, to be taken by the code */
    record Waiting(String code, int position) implements Registration {}

    /** @param broken all the rules that stand against it */
    record Refused(List<AdmissionRule> broken) implements Registration {
        public Refused {
            broken = List.copyOf(broken);
        }
    }
}
