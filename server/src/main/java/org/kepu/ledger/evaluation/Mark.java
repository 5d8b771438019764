package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one hand gave for an index.
 *
 * @param points null where the index does not apply
 * @param words what was said of it; why it does not apply
 * @param version grows with each change of it
 */
public record Mark(UUID index, Hand hand, @Nullable BigDecimal points, String words, int version) {

    /** The longest words. */
    public static final int LONGEST = 500;

    /** 不适用 */
    public boolean isNotApplicable() {
        return points == null;
    }

    /** The points as they are written; empty where the index does not apply. */
    public String written() {
        var given = points;
        return given == null ? "" : Index.written(given);
    }
}
