package org.kepu.activity.portal;

import java.time.Clock;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Voices;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
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

    ActivityPortal(Activities activities, Shown shown, Voices voices, Clock clock) {
        this.activities = activities;
        this.shown = shown;
        this.voices = voices;
        this.clock = clock;
    }

    @GetMapping("/activities")
    String list(@ModelAttribute("filter") Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.clamp(page, 1, 100_000);
        var found = activities.list(filter.asked(clock), number, ROWS);
        model.addAttribute("cards", shown.cards(found.lines()));
        model.addAttribute("pager", new Pager(filter.at("/activities"), number, ROWS, found.total()));
        model.addAttribute("filter", filter);
        model.addAttribute("words", shown.words());
        return "activity/list";
    }

    @GetMapping("/activities/{id}")
    String activity(@PathVariable ActivityId id, Model model) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(id);
        model.addAttribute("view", shown.detail(activity, sessions));
        model.addAttribute("feedback", voices.published(begun(sessions)));
        return "activity/detail";
    }

    private List<SessionId> begun(List<Session> sessions) {
        var now = clock.instant();
        return sessions.stream()
                .filter(session -> session.hasBegun(now))
                .map(Session::id)
                .toList();
    }
}
