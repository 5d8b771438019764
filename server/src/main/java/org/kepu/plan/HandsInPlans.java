package org.kepu.plan;

import org.kepu.privacy.HandsIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who handed in, corrected and confirmed plans. */
@Component
class HandsInPlans extends HandsIn {

    HandsInPlans(JdbcClient database) {
        super(
                database,
                "plan.hands",
                "plan.hands",
                "plan.document.received_by",
                "plan.draft.uploaded_by",
                "plan.draft.changed_by",
                "plan.plan.confirmed_by");
    }
}
