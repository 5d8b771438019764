package org.kepu.activity.desk;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kepu.activity.Offer;
import org.kepu.activity.Question;
import org.kepu.activity.booking.Booking;
import org.kepu.page.Page;

/** What is said of a booking in lists: who comes along, for whom the seats are kept, what was answered. */
public final class BookingSheet {

    private BookingSheet() {}

    /** In one line, for the list and the sheet at the door. */
    public static String said(Booking booking, Offer offer, Page page) {
        return Stream.concat(Stream.of(party(booking, page), kept(booking, page)), answers(booking, offer, page))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(page.say("booking.and")));
    }

    static String party(Booking booking, Page page) {
        var party = booking.party();
        return switch (party.kind()) {
            case SINGLE -> "";
            case FAMILY -> page.say("booking.family", booking.places() - party.children(), party.children());
            case GROUP, SCHOOL -> (party.name() + " " + party.grade()).strip();
        };
    }

    static String kept(Booking booking, Page page) {
        return booking.kept() == null
                ? ""
                : page.say("booking.kept." + booking.kept().name());
    }

    private static Stream<String> answers(Booking booking, Offer offer, Page page) {
        var questions = offer.admission().questions();
        var answers = answers(booking, questions, page);
        return IntStream.range(0, questions.size())
                .filter(i -> !answers.get(i).isEmpty())
                .mapToObj(i -> questions.get(i).words() + " " + answers.get(i));
    }

    /** One for each question; empty where there is none. */
    static List<String> answers(Booking booking, List<Question> questions, Page page) {
        var given = Stream.concat(booking.answers().stream(), Collections.nCopies(Question.MOST, "").stream())
                .toList();
        return IntStream.range(0, questions.size())
                .mapToObj(i -> questions.get(i).kind() != Question.Kind.YES_NO
                                || given.get(i).isEmpty()
                        ? given.get(i)
                        : page.say(given.get(i).equals("yes") ? "booking.yes" : "booking.no"))
                .toList();
    }
}
