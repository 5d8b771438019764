package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.Plan;
import org.kepu.region.Region;

/**
 * The form by which a round is opened.
 *
 * @param regions the divisions whose office the reader is
 * @param plans those that may be asked, the own first
 * @param restDay what the form asks about a due day that is a day off; or null
 * @param names the divisions of the plans, by code
 */
public record NewRoundView(
        RoundForm form,
        List<Region> regions,
        List<Plan> plans,
        java.util.Map<String, String> names,
        @Nullable RestDay restDay) {

    /**
     * A due day on which offices do not work.
     *
     * @param next the working day after it
     */
    public record RestDay(LocalDate given, LocalDate next) {}

    /** Those of the own division. */
    public List<Plan> own() {
        return plans.stream()
                .filter(plan -> plan.region().value().equals(form.region()))
                .toList();
    }

    /** Those of the divisions below. */
    public List<Plan> below() {
        return plans.stream()
                .filter(plan -> !plan.region().value().equals(form.region()))
                .toList();
    }
}
