package org.kepu.activity.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Feedback;
import org.kepu.activity.booking.Voices;
import org.kepu.activity.contest.Contest;
import org.kepu.activity.contest.Contests;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.page.SameForStrangers;
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
    private static final int SESSIONS = 24;

    private final Activities activities;
    private final Finding finding;
    private final Shown shown;
    private final Voices voices;
    private final Contests contests;
    private final Clock clock;
    private final SharedReading<Asked, Listed> lists = new SharedReading<>();
    private final SharedReading<Opened, Told> details = new SharedReading<>();
    private volatile @Nullable Choices choices;

    ActivityPortal(Activities activities, Finding finding, Shown shown, Voices voices, Contests contests, Clock clock) {
        this.activities = activities;
        this.finding = finding;
        this.shown = shown;
        this.voices = voices;
        this.contests = contests;
        this.clock = clock;
    }

    private record Asked(Filter filter, int page) {}

    private record Listed(Shown.Found found, String around) {}

    private record Choices(Shown.Words words, Instant until) {}

    private record Opened(ActivityId activity, int page) {}

    private record Told(Shown.Detail view, Feedback feedback, Pager pager, Optional<Contest> contest) {}

    @GetMapping("/activities")
    @SameForStrangers
    String list(@ModelAttribute("filter") Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.clamp(page, 1, 100_000);
        var listed = lists.read(new Asked(filter, number), () -> listed(filter, number));
        model.addAttribute("cards", listed.found().cards());
        model.addAttribute(
                "pager",
                new Pager(filter.at("/activities"), number, ROWS, listed.found().total()));
        model.addAttribute("filter", filter);
        model.addAttribute("around", listed.around());
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

    private Listed listed(Filter filter, int page) {
        return new Listed(
                finding.by(filter, page, ROWS), filter.around().map(shown::name).orElse(""));
    }

    @GetMapping("/activities/{id}")
    @SameForStrangers
    String activity(
            @PathVariable ActivityId id, @RequestParam(name = "page", defaultValue = "0") int page, Model model) {
        var told = details.read(new Opened(id, page), () -> told(id, page));
        model.addAttribute("pager", told.pager());
        model.addAttribute("view", told.view());
        model.addAttribute("feedback", told.feedback());
        model.addAttribute("contest", told.contest());
        return "activity/detail";
    }

    private Told told(ActivityId id, int page) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(id);
        var pager = pager("/activities/" + id, page, sessions);
        return new Told(
                shown.detail(activity, on(pager, sessions)),
                voices.published(begun(sessions)),
                pager,
                contests.published(id));
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
