package org.kepu.activity.portal;

import com.rometools.rome.feed.rss.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.ActivityId;
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
import org.springframework.web.bind.annotation.ResponseBody;

/** What is on for calendars and feed readers: one activity, or all that a filter finds. */
@Controller
class FeedPages {

    private static final int MOST = 200;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Activities activities;
    private final SiteAddress site;
    private final Clock clock;

    FeedPages(Activities activities, SiteAddress site, Clock clock) {
        this.activities = activities;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/activities/{id}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable ActivityId id) {
        var activity = activities.find(id).orElseThrow(NotFound::new);
        var line = new Activities.Line(activity, activities.sessionsOf(id));
        return calendar(activity.title(), List.of(line));
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
                        site.of("/activities"),
                        found(filter).stream().map(line -> entry(line, page)).toList())
                .channel(page.locale());
    }

    private Feed.Entry entry(Activities.Line line, Page page) {
        var activity = line.activity();
        var address = site.of("/activities/" + activity.id());
        var published = activity.publishedAt();
        var when = line.sessions().isEmpty() ? "" : Timespan.of(line.sessions().getFirst(), page.locale()) + "，";
        return new Feed.Entry(
                address,
                activity.title(),
                address,
                published == null ? Instant.EPOCH : published,
                when + activity.described().place().address() + "。"
                        + activity.described().summary());
    }

    private ResponseEntity<String> calendar(String name, List<Activities.Line> lines) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(ICalendar.of(site.root().toString(), name, lines, clock.instant()));
    }

    private List<Activities.Line> found(Filter filter) {
        return activities.list(filter.asked(clock), 1, MOST).lines();
    }
}
