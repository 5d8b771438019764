package org.kepu.activity.training;

import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;

/**
 * A trainee as a clerk enters one.
 *
 * @param category see {@link TrainingTerms}
 * @param rural whether they teach at a rural school; null where the category does not ask
 * @param mark of the exam, of a hundred; null if there is none yet
 */
public record TraineeEntry(
        String name,
        PhoneNumber phone,
        String category,
        @Nullable Boolean rural,
        @Nullable Integer mark) {

    public static final int LONGEST_NAME = 40;

    @Override
    public String toString() {
        return "TraineeEntry[" + phone + "]";
    }
}
