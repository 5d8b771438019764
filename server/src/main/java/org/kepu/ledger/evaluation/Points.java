package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Points as they are given or weighed: not below nought, with one decimal place at most.
 *
 * @param value such as 8.5
 */
public record Points(BigDecimal value) {

    static final int PLACES = 1;
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,3}(\\.\\d)?");

    public Points {
        if (value.signum() < 0 || value.stripTrailingZeros().scale() > PLACES) {
            throw new IllegalArgumentException("points have one decimal place at most: " + value);
        }
    }

    /** What came of reading typed points; each refusal is a key of the bundle. */
    public sealed interface Read {
        record Given(Points points) implements Read {}

        record Refused(String reason) implements Read {}
    }

    /** Reads what somebody typed; 8.5 and 8 are points, 8.55 and -1 are none. */
    public static Read read(String typed, BigDecimal full) {
        var bare = typed.strip();
        if (bare.isEmpty()) {
            return new Read.Refused("evaluation.mark.missing");
        }
        if (!WRITTEN.matcher(bare).matches()) {
            return new Read.Refused("evaluation.mark.no-number");
        }
        var points = new BigDecimal(bare);
        return points.compareTo(full) > 0
                ? new Read.Refused("evaluation.mark.beyond")
                : new Read.Given(new Points(points));
    }

    /** Rounded half up to one place, as everywhere in an evaluation. */
    static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
