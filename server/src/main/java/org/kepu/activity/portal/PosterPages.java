package org.kepu.activity.portal;

import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.ActivityId;
import org.kepu.activity.SeatState;
import org.kepu.activity.Timespan;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.kepu.paper.Paper;
import org.kepu.paper.Parts;
import org.kepu.paper.Printed;
import org.kepu.shared.QrCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A poster for the board at the door of a community: what, when, where, how one gets in. */
@Controller
class PosterPages {

    private final Activities activities;
    private final Shown shown;
    private final Printed printed;
    private final SiteAddress site;

    PosterPages(Activities activities, Shown shown, Printed printed, SiteAddress site) {
        this.activities = activities;
        this.shown = shown;
        this.printed = printed;
        this.site = site;
    }

    @GetMapping("/activities/{id}/poster.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable ActivityId id, @ModelAttribute("page") Page page) {
        var detail = detail(id);
        return printed.pdf(poster(page, detail), detail.activity().title());
    }

    @GetMapping("/activities/{id}/poster.docx")
    ResponseEntity<byte[]> word(@PathVariable ActivityId id, @ModelAttribute("page") Page page) {
        var detail = detail(id);
        return printed.word(poster(page, detail), detail.activity().title());
    }

    private Shown.Detail detail(ActivityId id) {
        return shown.detail(activities.find(id).orElseThrow(NotFound::new), activities.sessionsOf(id));
    }

    private Paper poster(Page page, Shown.Detail detail) {
        var told = detail.activity().described();
        return Paper.titled(detail.activity().title()).saying(text -> {
            var said = text;
            if (!told.summary().isEmpty()) {
                said = said.text(told.summary());
            }
            said = said.section(
                    page.say("activity.sessions"),
                    part -> part.each(
                            coming(detail),
                            (parts, one) -> parts.text(Timespan.of(one.session(), page.locale()) + "  "
                                    + page.say(
                                            one.session().seats() == null
                                                    ? "activity.seats.OPEN_TO_ALL"
                                                    : "activity.poster.register"))));
            said = said.section(
                    page.say("activity.place"),
                    part -> line(part.text(told.place().address()), told.place().way()));
            said = said.section(
                    page.say("activity.audiences"),
                    part -> part.text(String.join(page.say("activity.and"), detail.audiences())));
            for (var more : new String[][] {
                {"activity.access", told.access()},
                {"activity.safety", told.safety()},
                {"activity.telephone", told.telephone()}
            }) {
                if (!more[1].isEmpty()) {
                    said = said.section(page.say(more[0]), part -> part.text(more[1]));
                }
            }
            var address = site.of("/activities/" + detail.activity().id());
            return said.section(
                    page.say("activity.poster.more"), part -> part.text(address).code(QrCode.of(address)));
        });
    }

    /** What is over is not announced, unless all is. */
    private static List<Shown.Seating> coming(Shown.Detail detail) {
        var coming = detail.sessions().stream()
                .filter(one -> one.state() != SeatState.OVER)
                .toList();
        return coming.isEmpty() ? detail.sessions() : coming;
    }

    private static Parts line(Parts parts, String words) {
        return words.isEmpty() ? parts : parts.text(words);
    }
}
