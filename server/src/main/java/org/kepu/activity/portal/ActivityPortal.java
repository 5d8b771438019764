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
    private static final int SESSIONS = 24;

    private final Activities activities;
    private final Finding finding;
    private final Shown shown;
    private final Voices voices;
    private final Clock clock;

    ActivityPortal(Activities activities, Finding finding, Shown shown, Voices voices, Clock clock) {
        this.activities = activities;
        this.finding = finding;
        this.shown = shown;
        this.voices = voices;
        this.clock = clock;
    }

    @GetMapping("/activities")
    String list(@ModelAttribute("filter") Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.clamp(page, 1, 100_000);
        var found = finding.by(filter, number, ROWS);
        model.addAttribute("cards", found.cards());
        model.addAttribute("pager", new Pager(filter.at("/activities"), number, ROWS, found.total()));
        model.addAttribute("filter", filter);
        model.addAttribute("around", filter.around().map(shown::name).orElse(""));
        model.addAttribute("words", shown.words());
        return "activity/list";
    }

    @GetMapping("/activities/{id}")
    String activity(
            @PathVariable ActivityId id, @RequestParam(name = "page", defaultValue = "0") int page, Model model) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(id);
        var pager = pager("/activities/" + id, page, sessions);
        model.addAttribute("pager", pager);
        model.addAttribute("view", shown.detail(activity, on(pager, sessions)));
        model.addAttribute("feedback", voices.published(begun(sessions)));
        return "activity/detail";
    }

    /** Of many sessions the page that was asked for; unless one was, that of the next one. */
    private Pager pager(String here, int page, List<Session> sessions) {
        var now = clock.instant();
        var over = sessions.stream().filter(session -> session.isOver(now)).count();
        var next = (int) Math.min(over, Math.max(0, sessions.size() - 1)) / SESSIONS + 1;
        var last = new Pager(here, 1, SESSIONS, sessions.size()).last();
        return new Pager(here, page < 1 ? next : Math.min(page, last), SESSIONS, sessions.size());
    }

    private static List<Session> on(Pager pager, List<Session> sessions) {
        return sessions.stream()
                .skip((long) (pager.number() - 1) * SESSIONS)
                .limit(SESSIONS)
                .toList();
    }

    private List<SessionId> begun(List<Session> sessions) {
        var now = clock.instant();
        return sessions.stream()
                .filter(session -> session.hasBegun(now))
                .map(Session::id)
                .toList();
    }
}
