package org.kepu.activity.contest;

import java.util.List;
import org.kepu.activity.Activity;

/**
 * A contest on the desk.
 *
 * @param reviews the last one first
 * @param told whether what it is was told
 */
public record ContestView(
        Activity activity, ContestForm form, boolean told, List<EthicsReview> reviews, ReviewForm review) {

    public ContestView {
        reviews = List.copyOf(reviews);
    }

    public String path() {
        return "/desk/activities/" + activity.id() + "/contest";
    }
}
