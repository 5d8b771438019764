package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * What an indicator says of a division in a window.
 *
 * @param value in the unit of the definition; null where there is no official value
 * @param part of a share or a ratio: what is counted; null otherwise
 * @param whole of a share or a ratio: what it is counted of; null otherwise
 * @param parts the breakdown, if one was asked for
 * @param short what falls short, of indicators that ask something of each
 * @param stated where the value comes from, of indicators that are stated
 * @param edition the first day of the edition of the tree by which it is read
 * @param asOf the moment of reading
 */
public record Figure(
        Definition definition,
        RegionCode region,
        Window window,
        @Nullable BigDecimal value,
        @Nullable Long part,
        @Nullable Long whole,
        List<Part> parts,
        List<Short> fallShort,
        @Nullable Stated stated,
        LocalDate edition,
        Instant asOf) {

    public Figure {
        parts = List.copyOf(parts);
        fallShort = List.copyOf(fallShort);
    }

    /**
     * One line of a breakdown.
     *
     * @param key the code of a division, audience or kind of place, or the first day of a month
     * @param name as people know it
     */
    public record Part(String key, String name, @Nullable BigDecimal value) {}

    /**
     * A thing or a division that falls short.
     *
     * @param has what it has
     * @param needs what it should have
     */
    public record Short(String key, String name, BigDecimal has, BigDecimal needs) {}

    /** Where a stated value comes from. */
    public record Stated(
            LocalDate day, String source, @Nullable String document) {}
}
