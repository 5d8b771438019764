package org.kepu.activity.contest;

import java.util.Optional;
import org.kepu.activity.Activity;
import org.kepu.activity.Clearance;
import org.kepu.activity.KeepingActivities.Publishing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No contest opens before the last review of its ethics passed it (加强竞赛类活动道德伦理审查). */
@Component
class ContestClearance implements Clearance {

    private final JdbcClient database;

    ContestClearance(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Publishing> against(Activity activity) {
        return activity.described().kind().equals(Contest.KIND) && !isPassed(activity)
                ? Optional.of(Publishing.NOT_REVIEWED)
                : Optional.empty();
    }

    private boolean isPassed(Activity activity) {
        return database.sql("""
                        select passed from activity.ethics_review where activity = :id order by round desc limit 1
                        """)
                .param("id", activity.id().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
