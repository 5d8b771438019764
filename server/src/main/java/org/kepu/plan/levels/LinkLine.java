package org.kepu.plan.levels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.kepu.plandoc.PlanComparison.Link.Kind;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * A measure below that takes up one above.
 *
 * @param settled whether a person has confirmed it or made it
 * @param origin where it comes from
 */
public record LinkLine(
        UUID measure,
        String title,
        String programme,
        PlanId plan,
        String planTitle,
        RegionCode region,
        Kind kind,
        boolean settled,
        Origin origin) {

    /** How a link came about. */
    public enum Origin {
        COMPARED,
        INHERITED,
        BY_HAND;

        public String messageKey() {
            return "levels.origin." + name();
        }
    }

    static LinkLine of(ResultSet row) throws SQLException {
        return new LinkLine(
                row.getObject("lower_measure", UUID.class),
                row.getString("title"),
                row.getString("programme"),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("plan_title"),
                new RegionCode(row.getString("region_code")),
                Kind.valueOf(row.getString("kind")),
                row.getString("state").equals("CONFIRMED"),
                Origin.valueOf(row.getString("origin")));
    }
}
