package org.kepu.audit.desk;

import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who tried what they have no right to; a few times a minute are enough to tell. */
@Service
public class RefusedAccesses {

    /** For each actor, on all nodes together. */
    static final int A_MINUTE = 10;

    private static final String ACT = "audit.act.refused";
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final Trail trail;

    RefusedAccesses(JdbcClient database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(Actor who, String method, String path) {
        if (thisMinute(who) < A_MINUTE) {
            var shown = method + " " + path.substring(0, Math.min(LONGEST, path.length()));
            trail.record(who, Act.of(ACT, "path", shown, shown));
        }
    }

    /** One request of an actor after the other, or several at once would all find room for the last one. */
    private int thisMinute(Actor who) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:actor, 0))")
                .param("actor", who.account().toString())
                .query((row, number) -> true)
                .single();
        return database.sql("""
                select count(*) from audit.entry
                where actor = :actor and act = :act and at > statement_timestamp() - interval '1 minute'
                """)
                .param("actor", who.account())
                .param("act", ACT)
                .query(Integer.class)
                .single();
    }
}
