package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method finds; with what was asked it makes a {@link Figure}, whose components these are. */
record Finding(
        @Nullable BigDecimal value,
        @Nullable Long part,
        @Nullable Long whole,
        List<Figure.Part> parts,
        List<Figure.Short> fallShort,
        Figure.@Nullable Stated stated) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    static Finding number(long value, List<Figure.Part> parts) {
        return new Finding(BigDecimal.valueOf(value), null, null, parts, List.of(), null);
    }

    /** So many of all, as a number. */
    static Finding numberOf(long part, long whole, List<Figure.Part> parts, List<Figure.Short> fallShort) {
        return new Finding(BigDecimal.valueOf(part), part, whole, parts, fallShort, null);
    }

    /** So many of all, in percent. */
    static Finding share(long part, long whole, List<Figure.Part> parts, List<Figure.Short> fallShort) {
        return new Finding(percentIfAny(part, whole), part, whole, parts, fallShort, null);
    }

    static Finding stated(@Nullable Statement said) {
        return said == null
                ? new Finding(null, null, null, List.of(), List.of(), null)
                : new Finding(
                        said.value(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new Figure.Stated(said.day(), said.source(), said.document()));
    }

    /** Null of nothing: it has no share. */
    static @Nullable BigDecimal percentIfAny(long part, long whole) {
        return whole == 0 ? null : percent(part, whole);
    }

    static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(PERCENT).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
