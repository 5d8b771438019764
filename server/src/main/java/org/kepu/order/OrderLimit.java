package org.kepu.order;

import java.time.Duration;
import java.util.List;
import org.kepu.guard.Limit;
import org.kepu.guard.Limits;
import org.kepu.guard.Limits.Counted;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;

/**
 * How often codes of orders may be tried that there are not, and how many orders are taken in. A hundred thousand orders a year in a million
 * million codes: none is found by chance. A whole village may ask from one address; of a number, five orders a day are
 * believed, as each sends it messages.
 */
public enum OrderLimit implements Limit {
    //                                  times, within, open in doubt
    WRONG_CODES_OF_ORDERS(30, Duration.ofHours(1), false),
    ORDERS_FROM_ONE_ADDRESS(40, Duration.ofHours(1), true),
    ORDERS_FOR_ONE_DIVISION(500, Duration.ofHours(1), true),
    ORDERS_FOR_ONE_NUMBER(5, Duration.ofDays(1), true);

    private final Bound bound;

    OrderLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    /** What a form that asks for a service counts for. */
    public static List<Counted> ofForm(RegionCode region, PhoneNumber phone, String address) {
        return List.of(
                new Counted(ORDERS_FROM_ONE_ADDRESS, Limits.place(address)),
                new Counted(ORDERS_FOR_ONE_DIVISION, region.value()),
                new Counted(ORDERS_FOR_ONE_NUMBER, phone.digits()));
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
