package org.kepu.activity.training;

import org.kepu.activity.ActivityId;

/**
 * What a training has beside other activities.
 *
 * @param mode see {@link TrainingTerms}
 * @param version one more with each change of the class, its trainees and their ticks
 */
public record TrainingClass(ActivityId activity, String mode, PassRule rule, int version) {

    String path() {
        return "/desk/trainings/" + activity;
    }
}
