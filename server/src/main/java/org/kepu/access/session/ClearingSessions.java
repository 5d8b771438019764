package org.kepu.access.session;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Takes away what sessions that are over kept. Spring's own timer would begin before the tables are there to be read. */
@Component
class ClearingSessions {

    private final JdbcIndexedSessionRepository kept;

    ClearingSessions(JdbcIndexedSessionRepository kept) {
        this.kept = kept;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void clear() {
        kept.cleanUpExpiredSessions();
    }
}
