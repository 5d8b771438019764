package org.kepu.people.expert;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Typed;
import org.kepu.people.tour.Stop;
import org.kepu.people.tour.Tour;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * An invitation as a clerk writes it.
 *
 * @param tour of which it is a visit; null if it is none
 * @param key of the new invitation, given before: a form that is sent twice invites once
 */
public record InvitingForm(
        String title,
        @Nullable UUID body,
        String region,
        String place,
        String day,
        String starts,
        String ends,
        String words,
        @Nullable UUID tour,
        @Nullable UUID key) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_WORDS = 500;

    static final InvitingForm BLANK = new InvitingForm("", null, "", "", "", "09:00", "11:00", "", null, null);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public InvitingForm {
        title = tidy(title);
        region = tidy(region);
        place = tidy(place);
        day = tidy(day);
        starts = tidy(starts);
        ends = tidy(ends);
        words = tidy(words);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** For a stop of a tour, with what is planned there. */
    static InvitingForm at(Tour tour, Stop stop) {
        return new InvitingForm(
                stop.topic().isEmpty() ? tour.title() : stop.topic(),
                tour.body().value(),
                stop.banner().value(),
                "",
                stop.planned().day().map(LocalDate::toString).orElse(""),
                BLANK.starts(),
                BLANK.ends(),
                "",
                tour.id(),
                null);
    }

    /** The same words for another invitation. */
    InvitingForm anew() {
        return new InvitingForm(title, body, region, place, day, starts, ends, words, tour, UUID.randomUUID());
    }

    /** On which day it begins, in Asia/Shanghai. */
    LocalDate beginsOn() {
        return begins().orElseThrow().atZone(HERE).toLocalDate();
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors) {
        if (title.length() < 2 || title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "people.wrong.shift-title");
        } else if (Reason.tellsTooMuch(title)) {
            errors.rejectValue("title", Reason.Fault.PERSONAL.messageKey());
        }
        if (body == null) {
            errors.rejectValue("body", "people.wrong.inviter");
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "people.wrong.region");
        }
        if (place.isEmpty() || place.length() > LONGEST_TITLE) {
            errors.rejectValue("place", "people.wrong.place");
        } else if (Reason.tellsTooMuch(place)) {
            errors.rejectValue("place", Reason.Fault.PERSONAL.messageKey());
        }
        if (words.length() > LONGEST_WORDS) {
            errors.rejectValue("words", "people.wrong.long");
        }
        if (begins().isEmpty() || over().isEmpty()) {
            errors.rejectValue("day", "people.wrong.time");
        }
    }

    Optional<Instant> begins() {
        return moment(day, starts);
    }

    /** Not after the beginning means on the next day. */
    Optional<Instant> over() {
        return begins().flatMap(first ->
                moment(day, ends).map(last -> last.isAfter(first) ? last : last.plus(Duration.ofDays(1))));
    }

    static Optional<Instant> moment(String day, String time) {
        try {
            var at = LocalTime.parse(time);
            return Typed.day(day).map(one -> one.atTime(at).atZone(HERE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
