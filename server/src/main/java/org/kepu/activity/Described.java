package org.kepu.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * What is told of an activity.
 *
 * @param kind see {@link Vocabulary}
 * @param campaign that it is part of; counted there once
 * @param audiences for whom, as facts name them; at least one
 * @param access what there is for people with disabilities (无障碍)
 * @param safety what to mind
 * @param telephone the office's line for questions
 * @param organisers each is credited, and the activity counts once
 * @param measures of plans that it serves
 */
public record Described(
        String title,
        String kind,
        @Nullable String campaign,
        String summary,
        List<String> audiences,
        RegionCode region,
        Place place,
        String access,
        String safety,
        String telephone,
        List<BodyId> organisers,
        List<MeasureId> measures) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_TEXT = 2000;
    public static final int LONGEST_LINE = 200;

    public Described {
        audiences = List.copyOf(audiences);
        organisers = List.copyOf(organisers);
        measures = List.copyOf(measures);
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("an activity is for somebody");
        }
    }
}
