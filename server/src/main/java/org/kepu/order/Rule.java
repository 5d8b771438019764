package org.kepu.order;

import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * How orders go in a division and below: whether departments claim, within how many working days each step is promised, and what
 * counts how much when teams are suggested.
 *
 * @param region whose rule it is; null: the usual, which no division has set
 * @param claims whether a department claims before a team takes, unless whoever dispatches asks one team by name
 */
public record Rule(@Nullable RegionCode region, boolean claims, Days days, Weights weights, int version) {

    public static final int LONGEST = 60;
    public static final int HEAVIEST = 100;

    /** Where no division has said otherwise. */
    public static final Rule USUAL =
            new Rule(null, true, new Days(2, 2, 2, 3, 3, 2, 5, 7), new Weights(40, 25, 15, 10, 10), 0);

    /**
     * Working days that are promised for each step.
     *
     * @param serve after the agreed day, until the service is written down
     * @param close after both sides have confirmed, until it closes by itself
     */
    public record Days(int accept, int dispatch, int claim, int take, int schedule, int serve, int confirm, int close) {

        public Days {
            for (int days : new int[] {accept, dispatch, claim, take, schedule, serve, confirm, close}) {
                if (days < 1 || days > LONGEST) {
                    throw new IllegalArgumentException("a step takes 1 to 60 working days: " + days);
                }
            }
        }
    }

    /** What counts how much when teams are suggested. */
    public record Weights(int subject, int near, int load, int rating, int turn) {

        public Weights {
            for (int weight : new int[] {subject, near, load, rating, turn}) {
                if (weight < 0 || weight > HEAVIEST) {
                    throw new IllegalArgumentException("a weight is 0 to 100: " + weight);
                }
            }
        }
    }

    /** The working days promised for leaving a state; 0 where nothing is promised. */
    public int daysFor(OrderState state) {
        return switch (state) {
            case REQUESTED -> days.accept();
            case ACCEPTED, POOLED -> days.dispatch();
            case DISPATCHED -> days.claim();
            case OFFERED -> days.take();
            case TAKEN -> days.schedule();
            case SCHEDULED -> days.serve();
            case SERVED -> days.confirm();
            case CONFIRMED -> days.close();
            case CLOSED, REFUSED, CANCELLED -> 0;
        };
    }
}
