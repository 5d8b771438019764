package org.kepu.activity.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.Timespan;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Bookings;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.paper.Paper;
import org.kepu.paper.Printed;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet to sign at the door, where there is no line and no telephone; names masked, and lines for those who just come. */
@Controller
class DoorSheetPages {

    private static final int FREE_LINES = 15;

    private final OwnActivities activities;
    private final Bookings bookings;
    private final Offers offers;
    private final Printed printed;

    DoorSheetPages(OwnActivities activities, Bookings bookings, Offers offers, Printed printed) {
        this.activities = activities;
        this.bookings = bookings;
        this.offers = offers;
        this.printed = printed;
    }

    @GetMapping("/desk/activities/sessions/{session}/sign-in.pdf")
    ResponseEntity<byte[]> pdf(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("page") Page page) {
        return printed.pdf(sheet(scope, session, page), page.say("activity.sheet"));
    }

    @GetMapping("/desk/activities/sessions/{session}/sign-in.docx")
    ResponseEntity<byte[]> word(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("page") Page page) {
        return printed.word(sheet(scope, session, page), page.say("activity.sheet"));
    }

    private Paper sheet(Scope scope, SessionId id, Page page) {
        var session = activities.session(scope, id).orElseThrow(NotFound::new);
        var activity = activities.find(scope, session.activity()).orElseThrow(NotFound::new);
        var offer = offers.of(session);
        var coming = bookings.of(scope, id).stream()
                .filter(booking -> booking.state() == Booking.State.CONFIRMED)
                .toList();
        var rows = IntStream.range(0, coming.size() + FREE_LINES)
                .mapToObj(i -> i < coming.size()
                        ? row(i, coming.get(i), offer, page)
                        : List.of(String.valueOf(i + 1), "", "", "", "", ""))
                .toList();
        var columns = List.of(
                Column.number(page.say("activity.sheet.number"), 2),
                Column.text(page.say("activity.register.name"), 4),
                Column.word(page.say("activity.register.phone"), 5),
                Column.number(page.say("activity.register.places"), 2),
                Column.text(page.say("booking.said"), 6),
                Column.text(page.say("activity.sheet.signature"), 5));
        return Paper.titled(activity.title() + "\n" + page.say("activity.sheet"))
                .saying(text -> text.text(Timespan.of(session, page.locale()) + "  "
                                + activity.described().place().address())
                        .table(new Table("", columns, rows)));
    }

    private static List<String> row(int number, Booking booking, Offer offer, Page page) {
        return List.of(
                String.valueOf(number + 1),
                booking.name(),
                booking.phone(),
                String.valueOf(booking.places()),
                BookingSheet.said(booking, offer, page),
                "");
    }
}
