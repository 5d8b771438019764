package org.kepu.activity.booking;

import java.util.Optional;
import org.kepu.guard.Limits;
import org.springframework.stereotype.Service;

/** Bookings for whoever shows their code. From where wrong ones come again and again, no more is answered for a while. */
@Service
public class Tickets {

    private final Bookings bookings;
    private final Limits limits;

    Tickets(Bookings bookings, Limits limits) {
        this.bookings = bookings;
        this.limits = limits;
    }

    /** @param address from which it was asked */
    public Optional<Bookings.Ticket> find(String code, String address) {
        var place = Limits.place(address);
        if (limits.isShut(BookingLimit.WRONG_CODES_FROM_ONE_ADDRESS, place)) {
            return Optional.empty();
        }
        var found = bookings.find(code);
        if (found.isEmpty()) {
            limits.count(BookingLimit.WRONG_CODES_FROM_ONE_ADDRESS, place);
        }
        return found;
    }

    /**
     * Takes the places that are offered; says no if they are not, or not any more.
     *
     * @param address from which it was asked
     */
    public boolean accept(String code, String address) {
        return find(code, address).isPresent() && bookings.accept(code);
    }

    /** @param address from which it was asked */
    public Bookings.GivenBack giveBack(String code, String address) {
        return find(code, address).isEmpty() ? Bookings.GivenBack.UNKNOWN : bookings.giveBack(code);
    }
}
