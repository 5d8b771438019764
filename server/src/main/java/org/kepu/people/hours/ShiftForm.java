package org.kepu.people.hours;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * A shift as it is planned.
 *
 * @param ends at which time of the day; not after the beginning means on the next day
 * @param latitude may be left out, with the longitude
 */
public record ShiftForm(
        String title,
        String service,
        String region,
        String place,
        String latitude,
        String longitude,
        String day,
        String starts,
        String ends,
        String places,
        String about,
        String risks) {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_PLACES = 2000;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ShiftForm {
        title = tidy(title);
        service = tidy(service);
        region = tidy(region);
        place = tidy(place);
        latitude = tidy(latitude);
        longitude = tidy(longitude);
        day = tidy(day);
        starts = tidy(starts);
        ends = tidy(ends);
        places = tidy(places);
        about = tidy(about);
        risks = tidy(risks);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Says at the fields what is wrong. */
    void check(ServiceTerms terms, Errors errors) {
        if (title.length() < 2 || title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "people.wrong.shift-title");
        } else if (Reason.tellsTooMuch(title)) {
            errors.rejectValue("title", Reason.Fault.PERSONAL.messageKey());
        }
        if (terms.service(service).isEmpty()) {
            errors.rejectValue("service", "people.wrong.service");
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "people.wrong.region");
        }
        if (place.isEmpty() || place.length() > LONGEST_PLACE) {
            errors.rejectValue("place", "people.wrong.place");
        }
        if (latitude.isEmpty() != longitude.isEmpty()
                || !latitude.isEmpty()
                        && (degrees(latitude, 90).isEmpty()
                                || degrees(longitude, 180).isEmpty())) {
            errors.rejectValue("latitude", "people.wrong.point");
        }
        if (span().isEmpty()) {
            errors.rejectValue("day", "people.wrong.time");
        }
        if (!places.matches("[1-9]\\d{0,3}") || Integer.parseInt(places) > MOST_PLACES) {
            errors.rejectValue("places", "people.wrong.places");
        }
        if (about.isEmpty() || about.length() > LONGEST_TEXT) {
            errors.rejectValue("about", "people.wrong.about");
        }
        if (risks.isEmpty() || risks.length() > LONGEST_TEXT) {
            errors.rejectValue("risks", "people.wrong.risks");
        }
    }

    static Optional<Double> degrees(String typed, int most) {
        return typed.matches("-?\\d{1,3}(\\.\\d{1,8})?") && Math.abs(Double.parseDouble(typed)) <= most
                ? Optional.of(Double.valueOf(typed))
                : Optional.empty();
    }

    /** When it is. */
    Optional<Span> span() {
        try {
            var begins = moment(LocalDate.parse(day), starts);
            var over = moment(LocalDate.parse(day), ends);
            return Optional.of(new Span(begins, over.isAfter(begins) ? over : over.plus(Duration.ofDays(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Instant moment(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(HoursRule.HERE).toInstant();
    }
}
