package org.kepu.access.people;

import java.util.List;
import java.util.UUID;

/** What came of giving a role. */
sealed interface Granted {

    record Given(UUID grant) implements Granted {}

    /** The rules that speak against it, all of them. */
    record Refused(List<GrantRule> broken) implements Granted {
        public Refused {
            broken = List.copyOf(broken);
        }
    }
}
