package org.kepu.activity.portal;

import com.rometools.rome.feed.rss.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.SessionId;
import org.kepu.activity.Timespan;
import org.kepu.page.Feed;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is on for calendars and feed readers: one activity, or all that a filter finds. */
@Controller
class FeedPages {

    private static final int MOST = 200;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Activities activities;
    private final Finding finding;
    private final SiteAddress site;
    private final Clock clock;

    FeedPages(Activities activities, Finding finding, SiteAddress site, Clock clock) {
        this.activities = activities;
        this.finding = finding;
        this.site = site;
        this.clock = clock;
    }

    /** All its sessions, or the one for which somebody registered. */
    @GetMapping("/activities/{id}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable ActivityId id, @RequestParam Optional<SessionId> session) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(id).stream()
                .filter(one -> session.map(one.id()::equals).orElse(true))
                .toList();
        return calendar(activity.title(), List.of(new Activities.Line(activity, sessions)));
    }

    @GetMapping("/activities.ics")
    ResponseEntity<String> calendar(@ModelAttribute("filter") Filter filter, @ModelAttribute("page") Page page) {
        return calendar(page.say("activity.portal.title"), found(filter));
    }

    @GetMapping(path = "/activities.rss", produces = Feed.TYPE)
    @ResponseBody
    Channel feed(@ModelAttribute("filter") Filter filter, @ModelAttribute("page") Page page) {
        return new Feed(
                        page.siteName() + " · " + page.say("activity.portal.title"),
                        page.say("activity.portal.lead"),
                        site.of(filter.at("/activities")),
                        found(filter).stream().map(line -> entry(line, page)).toList())
                .channel(page.locale());
    }

    /** One activity for those who want to know when something of it changes: each session, and whether it takes place. */
    @GetMapping(path = "/activities/{id}/sessions.rss", produces = Feed.TYPE)
    @ResponseBody
    Channel feed(@PathVariable ActivityId id, @ModelAttribute("page") Page page) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var now = clock.instant();
        var place = activity.described().place().address();
        return new Feed(
                        activity.title(),
                        activity.described().summary(),
                        address(activity),
                        activities.sessionsOf(id).stream()
                                .map(session -> new Feed.Entry(
                                        address(activity) + "#" + session.id(),
                                        Timespan.of(session, page.locale()),
                                        address(activity),
                                        published(activity),
                                        page.say(
                                                session.cancelled()
                                                        ? "portal.feed.called-off"
                                                        : session.isOver(now) ? "portal.feed.over" : "portal.feed.on",
                                                place)))
                                .toList())
                .channel(page.locale());
    }

    private String address(Activity activity) {
        return site.of("/activities/" + activity.id());
    }

    private static Instant published(Activity activity) {
        var published = activity.publishedAt();
        return published == null ? Instant.EPOCH : published;
    }

    private Feed.Entry entry(Activities.Line line, Page page) {
        var activity = line.activity();
        var when = line.sessions().isEmpty() ? "" : Timespan.of(line.sessions().getFirst(), page.locale()) + "，";
        return new Feed.Entry(
                address(activity),
                activity.title(),
                address(activity),
                published(activity),
                when + activity.described().place().address() + "。"
                        + activity.described().summary());
    }

    private ResponseEntity<String> calendar(String name, List<Activities.Line> lines) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(ICalendar.of(site.root().toString(), name, lines, clock.instant()));
    }

    private List<Activities.Line> found(Filter filter) {
        return finding.lines(filter, MOST);
    }
}
