package org.kepu.activity;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much is on in each division: what the map shows, and the table beside it. */
@Service
@PublicKnowledge("what is published is for everybody to come to")
public class SharesOfDivisions {

    private final JdbcClient database;
    private final Activities activities;

    SharesOfDivisions(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /** What is on in a division and all that lies below it. */
    public record Share(RegionCode region, long activities, long sessions) {}

    /**
     * @param parts those of the divisions where something is on
     * @param activities of them all, and of none of them, such as what is for the whole region
     */
    public record Shares(List<Share> parts, long activities, long sessions) {
        public Shares {
            parts = List.copyOf(parts);
        }
    }

    private record Row(@Nullable String part, long activities, long sessions) {}

    /** @param divisions none of which lies in another */
    public Shares of(Collection<RegionCode> divisions, WhatsOn asked) {
        var rows = database.sql(Activities.TO_COME + """
                        , fitting as (
                            select region, next.sessions from next join activity.activity a on a.id = next.activity where
                        """ + Activities.FITS + """
                        )
                        select null as part, count(*) as activities, coalesce(sum(sessions), 0) as sessions from fitting
                        union all
                        select part.code, count(*), sum(sessions)
                        from unnest(:parts::text[]) as part (code)
                             cross join lateral region.reach(array[part.code], :today) as below (code)
                             join fitting on fitting.region = below.code
                        group by part.code
                        """)
                .param(
                        "parts",
                        divisions.stream().map(RegionCode::value).distinct().toArray(String[]::new))
                .params(activities.parameters(asked))
                .query(Row.class)
                .list();
        var all = rows.stream().filter(row -> row.part() == null).findFirst().orElseThrow();
        return new Shares(
                rows.stream()
                        .filter(row -> row.part() != null)
                        .map(row -> new Share(new RegionCode(row.part()), row.activities(), row.sessions()))
                        .toList(),
                all.activities(),
                all.sessions());
    }
}
