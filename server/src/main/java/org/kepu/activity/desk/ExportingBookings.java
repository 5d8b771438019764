package org.kepu.activity.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.activity.Activity;
import org.kepu.activity.Offer;
import org.kepu.activity.Question;
import org.kepu.activity.Reach;
import org.kepu.activity.Timespan;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Bookings;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.privacy.Exports;
import org.kepu.shared.Csv;
import org.kepu.shared.Reason;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of a session as a file, names masked: numbered, on record, and with a watermark above and below. */
@Service
class ExportingBookings {

    private final Bookings bookings;
    private final Exports exports;
    private final Reach reach;

    ExportingBookings(Bookings bookings, Exports exports, Reach reach) {
        this.bookings = bookings;
        this.exports = exports;
        this.reach = reach;
    }

    /**
     * @param scope of who may take lists of persons along
     * @param running the same person's, of whose activities they see to
     */
    @Transactional
    String export(Scope scope, Scope running, Activity activity, Offer offer, Reason reason, Page page) {
        if (!reach.covers(scope, offer.session().id())) {
            throw new NotFound();
        }
        var list = bookings.of(running, offer.session().id());
        var questions = offer.admission().questions();
        var title = activity.title() + " " + Timespan.of(offer.session(), page.locale());
        var watermark = Csv.row(
                Stream.of(exports.begin(scope, title, activity.described().region(), reason)
                        .watermark()));
        var head = Csv.row(Stream.concat(
                Stream.of(
                                "activity.register.name",
                                "activity.register.phone",
                                "booking.party",
                                "booking.party.of",
                                "activity.register.places",
                                "booking.kept",
                                "activity.state",
                                "activity.presence")
                        .map(page::say),
                questions.stream().map(Question::words)));
        return Csv.BYTE_ORDER_MARK
                + watermark
                + head
                + list.stream().map(one -> row(one, questions, page)).collect(Collectors.joining())
                + watermark;
    }

    private static String row(Booking booking, List<Question> questions, Page page) {
        return Csv.row(Stream.concat(
                Stream.of(
                        booking.name(),
                        booking.phone(),
                        page.say(booking.party().kind().messageKey()),
                        BookingSheet.party(booking, page),
                        String.valueOf(booking.places()),
                        BookingSheet.kept(booking, page),
                        page.say(booking.state().messageKey()),
                        booking.present() == null ? "" : page.moment(booking.present())),
                BookingSheet.answers(booking, questions, page).stream()));
    }
}
