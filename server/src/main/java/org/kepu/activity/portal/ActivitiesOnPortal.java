package org.kepu.activity.portal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.kepu.activity.Activities;
import org.kepu.activity.WhatsOn;
import org.kepu.page.PortalSection;
import org.springframework.stereotype.Component;

/** What comes next, on the portal's first page. */
@Component
class ActivitiesOnPortal implements PortalSection {

    private static final int CARDS = 6;

    private final Activities activities;
    private final Shown shown;
    private final Clock clock;

    ActivitiesOnPortal(Activities activities, Shown shown, Clock clock) {
        this.activities = activities;
        this.shown = shown;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "activity/home";
    }

    @Override
    public Optional<Map<String, Object>> model() {
        var next = activities.list(WhatsOn.from(clock.instant()), 1, CARDS);
        return next.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("cards", shown.found(next).cards()));
    }
}
