package org.kepu.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * An order (点单) without whoever asked for it: nothing in it tells of a person.
 *
 * @param code twelve digits, by which whoever asked finds it again
 * @param way the divisions from the top down to the one in which it takes place
 * @param wished whom they would like from the menu
 * @param department to which it was dispatched
 * @param supplier who is asked, or has it
 * @param starts when it is served; null until that is agreed
 * @param minutes how long is agreed
 * @param came how many came
 * @param servedMinutes how long it took
 * @param due the day by which the next step is promised; null where none is
 * @param escalated whether that day went by
 */
public record ServiceOrder(
        OrderId id,
        String code,
        RegionCode region,
        List<RegionCode> way,
        String subject,
        String words,
        String audience,
        int people,
        LocalDate from,
        LocalDate to,
        String hours,
        @Nullable SupplierId wished,
        Wish.Channel channel,
        Instant asked,
        @Nullable Instant answered,
        OrderState state,
        @Nullable BodyId department,
        @Nullable SupplierId supplier,
        @Nullable Instant starts,
        @Nullable Integer minutes,
        @Nullable Integer came,
        @Nullable LocalDate servedOn,
        @Nullable Integer servedMinutes,
        @Nullable Integer stars,
        String comment,
        @Nullable LocalDate due,
        boolean escalated,
        int version) {

    public ServiceOrder {
        way = List.copyOf(way);
    }

    /** Whether the day that was promised is over. */
    public boolean isLate(LocalDate today) {
        return due != null && due.isBefore(today) && state.isAwaited();
    }

    /** The code as it is written and read out: 1234 5678 9012. */
    public String spelled() {
        return spelled(code);
    }

    public static String spelled(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }
}
