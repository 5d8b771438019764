package org.kepu.body;

import java.time.LocalDate;
import java.util.List;
import org.kepu.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The leading groups (全民科学素质工作领导小组): which bodies belong to a region's group, and from when to when. */
@Service
public class LeadingGroups {

    private final JdbcClient jdbc;

    LeadingGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The members of the region's leading group on a day, by name. */
    public List<Body> membersOn(RegionCode region, LocalDate day) {
        return jdbc.sql("""
                        select id, body.region, name, kind
                        from body.membership join body.body on body.id = membership.body
                        where membership.region = :region and during @> :day
                        order by name
                        """)
                .param("region", region.value())
                .param("day", day)
                .query(BodyRow.MAPPER)
                .list();
    }

    /** The bodies that a group's words stand for in a region on a day. */
    public List<Body> expand(BodyGroup group, RegionCode region, LocalDate day) {
        return switch (group) {
            case LEADING_GROUP_MEMBERS -> membersOn(region, day);
            case LEAGUE_GOVERNMENTS, BANNER_GOVERNMENTS, SUMU_GOVERNMENTS, GACHA_COMMITTEES, OPEN -> List.of();
        };
    }
}
