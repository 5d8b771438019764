package org.kepu.activity.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.region.Region;

/**
 * What can be chosen in the form.
 *
 * @param regions in whose offices or bodies one works
 * @param code null for a new school
 */
public record SchoolChoices(
        List<Region> regions,
        List<Body> keepers,
        LocalDate today,
        @Nullable String code) {}
