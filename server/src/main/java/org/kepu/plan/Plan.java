package org.kepu.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * An action plan in force: its head. What it asks for is its {@link PlanStructure}.
 *
 * @param region the area whose government issued it; never guessed from words such as 全区
 * @param documentNumber 文号, {@code null} where the document has none
 * @param signedOn 成文日期, not the day of publication
 */
public record Plan(
        PlanId id,
        RegionCode region,
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate signedOn,
        int periodFrom,
        int periodTo,
        List<String> basis,
        State state) {
    public Plan {
        basis = List.copyOf(basis);
        if (periodTo < periodFrom) {
            throw new IllegalArgumentException("a plan's period runs forward: " + periodFrom + "–" + periodTo);
        }
    }

    /** The years for which the plan has a ledger. */
    public boolean covers(int year) {
        return periodFrom <= year && year <= periodTo;
    }

    public enum State {
        IN_FORCE,
        EVALUATED,
        ARCHIVED
    }
}
