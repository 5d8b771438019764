package org.kepu.guard;

import java.time.Duration;

/**
 * The limits of forms that need no account, whatever they are for. An office, a school or a village may sit behind one
 * address, so an address may do more than a person. Open in doubt: what a form causes has limits of its own.
 */
public enum PublicFormLimit implements Limit {
    //                        times, within, open in doubt
    FORMS_FROM_ONE_ADDRESS(60, Duration.ofHours(1), true),
    FORMS_IN_ALL(5_000, Duration.ofHours(1), true);

    private final Bound bound;

    PublicFormLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
