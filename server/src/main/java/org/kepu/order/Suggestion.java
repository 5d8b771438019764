package org.kepu.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.RegionCode;

/**
 * A team or an expert whom one might ask, and why.
 *
 * @param score out of 100
 * @param knows whether the subject is one of theirs
 * @param common the smallest division in which both they and the place are
 * @param load orders that they have taken this week, of their capacity
 * @param stars the mean of 1 to 5; null where nobody has rated
 * @param lastServed null: never yet, so it is their turn
 */
public record Suggestion(
        SupplierId supplier,
        String title,
        int score,
        boolean knows,
        RegionCode common,
        int load,
        int capacity,
        @Nullable Double stars,
        @Nullable LocalDate lastServed) {}
