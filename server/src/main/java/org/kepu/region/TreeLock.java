package org.kepu.region;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One hand at a time changes the tree. Held until the transaction ends; readers are not held up. */
final class TreeLock {

    private TreeLock() {}

    static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('region.tree'))::text")
                .query((row, number) -> true)
                .single();
    }
}
