package org.kepu.activity.portal;

import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.page.Hit;
import org.kepu.page.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds published activities by their title, what they are about and where. All words must occur. */
@Component
@Order(5)
class ActivitySearch implements SearchSource {

    private final Activities activities;

    ActivitySearch(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String label() {
        return "activity.search";
    }

    @Override
    public List<Hit> find(String words, int limit) {
        return activities.about(List.of(words.strip().split("\\s+")), limit).stream()
                .map(found -> new Hit(
                        found.title(),
                        "/activities/" + found.id(),
                        found.described().place().address()))
                .toList();
    }
}
