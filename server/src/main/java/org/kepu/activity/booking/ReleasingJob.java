package org.kepu.activity.booking;

import org.kepu.activity.SessionId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute, what is due to be released or given away. Of several nodes each may do it, it is done once. */
@Component
class ReleasingJob {

    private final Releasing releasing;

    ReleasingJob(Releasing releasing) {
        this.releasing = releasing;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void release() {
        releasing.toRelease().forEach(session -> releasing.release(new SessionId(session)));
        releasing.toReclaim().forEach(session -> releasing.reclaim(new SessionId(session)));
    }
}
