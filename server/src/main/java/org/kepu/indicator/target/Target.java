package org.kepu.indicator.target;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Window;
import org.kepu.plandoc.Target.Operator;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * What a plan asks for (目标), as an indicator reads it.
 *
 * @param indicator the id of its definition
 * @param region of which it is asked
 * @param value in the unit of the indicator
 * @param span the window over which it is read
 * @param period of the plan
 * @param aspiration whether the plan only strives for it (力争): shown as such and never as failed
 * @param quote the plan's words
 * @param document number or name of the document
 * @param plan the plan, where it is on the platform
 * @param planTarget the target in that plan
 * @param position its place in a list
 */
public record Target(
        UUID id,
        String indicator,
        RegionCode region,
        Operator operator,
        BigDecimal value,
        Span span,
        Window period,
        boolean aspiration,
        String quote,
        String document,
        @Nullable PlanId plan,
        @Nullable UUID planTarget,
        int position) {

    public Target {
        requireNonNull(indicator, "a target is read by an indicator");
        if (quote.isBlank() || document.isBlank()) {
            throw new IllegalArgumentException("a target says which words of which document it is");
        }
    }

    /**
     * Whether such a value is what is asked. 创建100个 is met by 104; 全覆盖 is met by nothing less than all.
     */
    public boolean isMetBy(BigDecimal reached) {
        return switch (operator) {
            case AT_LEAST, EXACTLY -> reached.compareTo(value) >= 0;
            case MORE_THAN -> reached.compareTo(value) > 0;
            case ALL -> reached.compareTo(BigDecimal.valueOf(100)) >= 0;
            case AT_MOST -> reached.compareTo(value) <= 0;
        };
    }
}
