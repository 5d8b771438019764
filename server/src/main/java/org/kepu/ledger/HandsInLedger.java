package org.kepu.ledger;

import org.kepu.privacy.HandsIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took which step of a task. */
@Component
class HandsInLedger extends HandsIn {

    HandsInLedger(JdbcClient database) {
        super(database, "ledger.task_event", "ledger.hands", "ledger.task_event.by");
    }
}
