package org.kepu.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of sessions, locked until the transaction ends. Whoever changes what is taken or kept of a session or of its quotas, or
 * how it is planned, locks it here before anything is read of it; a statement that waits only while it decides fails on what was
 * (0124). Several are locked at once, in the order of their ids, so that nobody waits in a ring. Rows that only name a session
 * are written meanwhile.
 */
@Component
public class SessionLocks {

    private final JdbcClient database;

    SessionLocks(JdbcClient database) {
        this.database = database;
    }

    /** As it is by then; nothing if there is none. */
    public Optional<Session> one(SessionId id) {
        return all(List.of(id)).stream().findFirst();
    }

    public List<Session> all(Collection<SessionId> ids) {
        return database.sql("select * from activity.session where id = any(:ids) order by id for no key update")
                .param("ids", ids.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(Rows::session)
                .list();
    }

    /** All sessions of an activity. */
    public List<Session> of(ActivityId activity) {
        return database.sql("select * from activity.session where activity = :activity order by id for no key update")
                .param("activity", activity.value())
                .query(Rows::session)
                .list();
    }
}
