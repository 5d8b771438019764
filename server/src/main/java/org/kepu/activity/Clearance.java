package org.kepu.activity;

import java.util.Optional;

/** What stands against publishing an activity as it is. Asked within the transaction that publishes it, which holds its row. */
public interface Clearance {

    /** Why it may not be published; empty if nothing is against it. */
    Optional<KeepingActivities.Publishing> against(Activity activity);
}
