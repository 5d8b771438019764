package org.kepu.people.tour;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * When a stop is planned, and of what is to be spoken there.
 *
 * @param planned a day, a month, or nothing
 * @param version of the tour that was read
 */
public record StopForm(
        String planned, String topic, @Nullable Integer version) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public StopForm {
        planned = planned == null ? "" : planned.strip();
        topic = topic == null ? "" : topic.strip();
        version = version == null ? 0 : version;
    }

    static StopForm of(Tour tour, Stop stop) {
        return new StopForm(stop.planned().written(), stop.topic(), tour.version());
    }

    /** The same words, said of the tour as it stands now. */
    StopForm on(Tour tour) {
        return new StopForm(planned, topic, tour.version());
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    /** Says at the fields what is wrong. */
    void check(Tour tour, Errors errors) {
        var when = Planned.read(planned);
        if (when.isEmpty()) {
            errors.rejectValue("planned", "people.wrong.planned");
        } else if (!when.get().fits(tour.first(), tour.last())) {
            errors.rejectValue("planned", "people.wrong.planned-outside");
        }
        TourForm.checkWords("topic", topic, TourForm.LONGEST_TOPIC, errors);
    }
}
