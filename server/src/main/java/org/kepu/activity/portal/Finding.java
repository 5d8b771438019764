package org.kepu.activity.portal;

import java.time.Clock;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.Nearby;
import org.springframework.stereotype.Component;

/** What a filter finds, for lists, calendars and feeds alike. */
@Component
class Finding {

    private final Activities activities;
    private final Nearby nearby;
    private final Shown shown;
    private final Clock clock;

    Finding(Activities activities, Nearby nearby, Shown shown, Clock clock) {
        this.activities = activities;
        this.nearby = nearby;
        this.shown = shown;
        this.clock = clock;
    }

    /** Around a division the nearest first, otherwise in the order in which it comes. */
    Shown.Found by(Filter filter, int page, int size) {
        var asked = filter.asked(clock);
        return filter.around()
                .map(here -> shown.found(nearby.of(here, asked, page, size)))
                .orElseGet(() -> shown.found(activities.list(asked, page, size)));
    }

    /** The same as it was written, without more than the first of it. */
    List<Activities.Line> lines(Filter filter, int most) {
        var asked = filter.asked(clock);
        return filter.around()
                .map(here -> nearby.of(here, asked, 1, most).lines().stream()
                        .map(Nearby.Near::line)
                        .toList())
                .orElseGet(() -> activities.list(asked, 1, most).lines());
    }
}
