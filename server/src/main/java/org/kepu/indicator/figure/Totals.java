package org.kepu.indicator.figure;

import org.kepu.indicator.Amount;

/**
 * Sums over facts.
 *
 * @param facts how many facts count
 */
record Totals(long facts, long events, long attendances, long minutes, long money, long quantity) {

    static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0);

    Totals plus(Totals other) {
        return new Totals(
                facts + other.facts,
                events + other.events,
                attendances + other.attendances,
                minutes + other.minutes,
                money + other.money,
                quantity + other.quantity);
    }

    long of(Amount amount) {
        return switch (amount) {
            case EVENTS -> events;
            case ATTENDANCES -> attendances;
            case MINUTES -> minutes;
            case MONEY -> money;
            case QUANTITY -> quantity;
        };
    }
}
