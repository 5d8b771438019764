package org.kepu.indicator;

import java.util.EnumMap;
import java.util.Map;

/**
 * The amounts of a fact; none of them below nought.
 *
 * @param events how often it happened
 * @param attendances 人次
 * @param money in fen
 * @param quantity in the unit of the kind
 */
public record Amounts(int events, int attendances, int minutes, long money, long quantity) {

    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

    /** It happened once. */
    public static final Amounts ONCE = new Amounts(1, 0, 0, 0, 0);

    /** Of money and quantity: what no fact exceeds, so that sums of all facts stay within bounds. */
    public static final long MOST = 10_000_000_000_000L;

    public Amounts {
        if (money > MOST || quantity > MOST) {
            throw new IllegalArgumentException("no single fact has so much");
        }
        if (events < 0 || attendances < 0 || minutes < 0 || money < 0 || quantity < 0) {
            throw new IllegalArgumentException(
                    "what happened cannot be less than nothing: correct it by a new version");
        }
    }

    public Amounts attendances(int count) {
        return new Amounts(events, count, minutes, money, quantity);
    }

    public Amounts quantity(long count) {
        return new Amounts(events, attendances, minutes, money, count);
    }

    /** Those that are not nought. */
    Map<Amount, Long> said() {
        var said = new EnumMap<Amount, Long>(Amount.class);
        said.put(Amount.EVENTS, (long) events);
        said.put(Amount.ATTENDANCES, (long) attendances);
        said.put(Amount.MINUTES, (long) minutes);
        said.put(Amount.MONEY, money);
        said.put(Amount.QUANTITY, quantity);
        said.values().removeIf(amount -> amount == 0);
        return said;
    }
}
