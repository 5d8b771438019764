package org.kepu.plan.levels;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.kepu.page.Tone;
import org.kepu.plandoc.PlanComparison.TargetChange.Verdict;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * A target above and what became of it in a plan below.
 *
 * @param above what the upper plan promises; empty where the lower plan adds the target
 * @param below what the lower plan promises; empty where it drops the target
 */
public record TargetChange(
        PlanId plan,
        String title,
        RegionCode region,
        Verdict verdict,
        Optional<Promise> above,
        Optional<Promise> below) {

    /** A number as a plan promises it. */
    public record Promise(String quote, BigDecimal value, String unit) {

        /** 2000 名. */
        public String words() {
            return value.stripTrailingZeros().toPlainString() + (unit.equals("%") ? "" : " ") + unit;
        }
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "levels.verdict." + verdict.name();
    }

    public Tone tone() {
        return switch (verdict) {
            case RAISED, NEW -> Tone.ACTIVE;
            case EQUAL -> Tone.GOOD;
            case LOWERED, DROPPED -> Tone.WARN;
        };
    }

    static TargetChange of(ResultSet row) throws SQLException {
        return new TargetChange(
                new PlanId(row.getObject("lower_plan", UUID.class)),
                row.getString("title"),
                new RegionCode(row.getString("region_code")),
                Verdict.valueOf(row.getString("verdict")),
                promise(row, "upper"),
                promise(row, "lower"));
    }

    private static Optional<Promise> promise(ResultSet row, String side) throws SQLException {
        var quote = row.getString(side + "_quote");
        return quote == null
                ? Optional.empty()
                : Optional.of(new Promise(quote, row.getBigDecimal(side + "_value"), row.getString(side + "_unit")));
    }
}
