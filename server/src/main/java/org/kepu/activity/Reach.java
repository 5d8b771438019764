package org.kepu.activity;

import java.util.Optional;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where activities lie, and whether they are within a scope. */
@Component
public class Reach {

    private final JdbcClient database;

    Reach(JdbcClient database) {
        this.database = database;
    }

    public boolean covers(Scope scope, SessionId session) {
        return regionOf(scope, session).isPresent();
    }

    /** The division of the activity of a session, if it is within the scope. */
    public Optional<RegionCode> regionOf(Scope scope, SessionId session) {
        return database.sql("""
                        select a.region from activity.session join activity.activity a on a.id = session.activity
                        where session.id = :id
                          and (exists (select from region.reach(:scopeRegions, :scopeDay) reached (code)
                                       where reached.code = a.region)
                               or exists (select from activity.organiser o
                                          where o.activity = a.id and o.body = any(:scopeBodies)))
                        """)
                .param("id", session.value())
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .map(RegionCode::new);
    }
}
