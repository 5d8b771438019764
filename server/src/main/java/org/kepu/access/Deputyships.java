package org.kepu.access;

import java.util.Optional;
import java.util.UUID;

/** Who may act in whose place at this moment. */
public interface Deputyships {

    /** The attribute of a session that keeps which entry its owner has chosen to act by. */
    String CHOSEN = "kepu.deputyship";

    /** For whom the account may act by this entry now; for nobody if it is over, taken back or another's. */
    Optional<Represented> holding(String entry, UUID deputy);

    /** The person who is represented. */
    record Represented(UUID account, String name) {

        @Override
        public String toString() {
            return "Represented[" + account + "]";
        }
    }
}
