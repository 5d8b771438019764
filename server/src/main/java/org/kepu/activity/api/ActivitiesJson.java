package org.kepu.activity.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of activities, in the order in which they come.
 *
 * @param total how many there are in all
 * @param next the number of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivitiesJson(
        List<ActivityJson> activities, long total, @Nullable Integer next) {}
