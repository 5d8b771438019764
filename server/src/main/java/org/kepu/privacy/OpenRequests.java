package org.kepu.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The requests of people about their data that wait for an answer, for those who may give it. */
@Service
public class OpenRequests {

    private final JdbcClient database;

    OpenRequests(JdbcClient database) {
        this.database = database;
    }

    /**
     * One that waits. It names nobody.
     *
     * @param number by which people speak of it on the telephone
     * @param due the last day on which it is answered in time
     */
    public record Open(UUID id, long number, LocalDate due) {}

    /** Those within reach that are due first. */
    public List<Open> first(Scope scope, int most) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select id, number, due from privacy.request
                where state = 'OPEN' and region_code in (select region.reach(:scopeRegions, :scopeDay))
                order by due, number limit :most
                """)
                .params(scope.parameters())
                .param("most", most)
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class), row.getLong("number"), row.getObject("due", LocalDate.class)))
                .list();
    }
}
