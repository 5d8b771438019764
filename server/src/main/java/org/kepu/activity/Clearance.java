package org.kepu.activity;

/** Whether an activity may be published as it stands. Asked within the transaction that publishes it, which holds its row. */
public interface Clearance {

    boolean lets(Activity activity);
}
