package org.kepu.access.session;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kepu.access.InReach;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at sessions and ends them: one's own, or, as the security administrator, those of others. */
@Service
class EndingSessions {

    private static final int SHOWN = 500;

    /** Of staff those who are in reach; citizens belong to the topmost division. */
    private static final String IN_REACH =
            " case when account.kind = 'CITIZEN' then" + InReach.TOPMOST + "else" + InReach.ACCOUNT + " end ";

    private final JdbcClient database;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    EndingSessions(JdbcClient database, Sessions sessions, Trail trail, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** The sessions within reach that hold, the latest used first; of very many the first {@value #SHOWN}. */
    List<Held> everyones(Scope scope) {
        scope.demands(Right.GRANT);
        return database.sql(
                        """
                select session.*, display_name
                from access.session join access.account on account.id = session.account
                where""" + Sessions.HOLDS + "and" + IN_REACH + "order by seen_at desc, session.id limit " + SHOWN)
                .params(sessions.limits())
                .param("now", Sessions.moment(clock.instant()))
                .params(scope.parameters())
                .query((row, number) -> new Held(row.getString("display_name"), Sessions.session(row, number)))
                .list();
    }

    /** Ends a session of one's own; whether there was one to end. */
    @Transactional
    boolean endOwn(SessionHolder owner, UUID session) {
        var account = owner.actor().account();
        var ended = sessions.end(account, session);
        if (ended) {
            trail.record(
                    owner.actor(),
                    Act.of("access.act.session-ended", "account", account, "").about(account));
        }
        return ended;
    }

    /** Ends all sessions of one's own but this one; how many there were. */
    @Transactional
    int endOthers(SessionHolder owner) {
        var account = owner.actor().account();
        var ended = sessions.endOthers(account, owner.session());
        if (ended > 0) {
            trail.record(
                    owner.actor(),
                    Act.of("access.act.sessions-ended", "account", account, "")
                            .about(account)
                            .changed("access.session.count", null, ended));
        }
        return ended;
    }

    /** Ends all sessions of the account that holds this one, if it is within reach; how many there were. */
    @Transactional
    int endAllOfHolder(Scope scope, UUID session) {
        scope.demands(Right.GRANT);
        return database.sql("""
                select account.id from access.session join access.account on account.id = session.account
                where session.id = :session and""" + IN_REACH)
                .param("session", session)
                .param("now", Sessions.moment(clock.instant()))
                .params(scope.parameters())
                .query(UUID.class)
                .optional()
                .map(account -> {
                    var ended = sessions.endAll(account);
                    trail.record(
                            scope.actor(),
                            Act.of("access.act.sessions-ended", "account", account, "")
                                    .about(account)
                                    .changed("access.session.count", null, ended));
                    return ended;
                })
                .orElse(0);
    }
}
