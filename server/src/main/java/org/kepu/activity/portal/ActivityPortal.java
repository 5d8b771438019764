package org.kepu.activity.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Feedback;
import org.kepu.activity.booking.Voices;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.page.SharedReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is on, for everybody: without an account and without script. */
@Controller
class ActivityPortal {

    private static final int ROWS = 20;

    private final Activities activities;
    private final Shown shown;
    private final Voices voices;
    private final Clock clock;
    private final SharedReading<Asked, Found> lists = new SharedReading<>();
    private volatile @Nullable Choices choices;
    private final SharedReading<ActivityId, Told> details = new SharedReading<>();

    ActivityPortal(Activities activities, Shown shown, Voices voices, Clock clock) {
        this.activities = activities;
        this.shown = shown;
        this.voices = voices;
        this.clock = clock;
    }

    private record Asked(Filter filter, int page) {}

    private record Found(List<Shown.Card> cards, long total) {}

    private record Choices(Shown.Words words, Instant until) {}

    private record Told(Shown.Detail view, Feedback feedback) {}

    @GetMapping("/activities")
    String list(@ModelAttribute("filter") Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.clamp(page, 1, 100_000);
        var found = lists.read(new Asked(filter, number), () -> found(filter, number));
        model.addAttribute("cards", found.cards());
        model.addAttribute("pager", new Pager(filter.at("/activities"), number, ROWS, found.total()));
        model.addAttribute("filter", filter);
        model.addAttribute("words", words());
        return "activity/list";
    }

    /** What one may filter by, looked up again after a minute: divisions change once a year. */
    private Shown.Words words() {
        var known = choices;
        var now = clock.instant();
        if (known == null || now.isAfter(known.until())) {
            known = new Choices(shown.words(), now.plusSeconds(60));
            choices = known;
        }
        return known.words();
    }

    private Found found(Filter filter, int page) {
        var found = activities.list(filter.asked(clock), page, ROWS);
        return new Found(shown.cards(found.lines()), found.total());
    }

    @GetMapping("/activities/{id}")
    String activity(@PathVariable ActivityId id, Model model) {
        var told = details.read(id, () -> told(id));
        model.addAttribute("view", told.view());
        model.addAttribute("feedback", told.feedback());
        return "activity/detail";
    }

    private Told told(ActivityId id) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(id);
        return new Told(shown.detail(activity, sessions), voices.published(begun(sessions)));
    }

    private List<SessionId> begun(List<Session> sessions) {
        var now = clock.instant();
        return sessions.stream()
                .filter(session -> session.hasBegun(now))
                .map(Session::id)
                .toList();
    }
}
