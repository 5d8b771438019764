package org.kepu.activity.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kepu.activity.Session;
import org.kepu.activity.Session.Seats;

/** The rules of admission, in the order in which one should hear of them. */
public enum AdmissionRule {
    /** It does not take place. */
    CALLED_OFF((session, who, now) -> session.cancelled()),
    /** Anybody may come, nobody need register. */
    OPEN_TO_ALL((session, who, now) -> session.seats() == null),
    NOT_OPEN_YET((session, who, now) -> session.seats() instanceof Seats seats && now.isBefore(seats.opens())),
    CLOSED((session, who, now) -> session.seats() instanceof Seats seats && !now.isBefore(seats.closes())),
    /** More than one person may ask for; clerks book for groups. */
    TOO_MANY_PLACES((session, who, now) ->
            session.seats() instanceof Seats seats && who.by() == null && who.places() > seats.perPerson()),
    /** All places are taken, and as many wait as could come. */
    FULL((session, who, now) -> session.seats() instanceof Seats seats
            && !seats.lottery()
            && (seats.waiting() > 0 || seats.taken() + who.places() > seats.capacity())
            && (!seats.waits() || seats.waiting() >= seats.capacity() || who.places() > seats.capacity())),
    /** The same request was answered before, and its places were given back since. */
    GIVEN_BACK((session, who, now) -> false),
    /** The key came with another request before. */
    KEY_USED_OTHERWISE((session, who, now) -> false);

    private final Broken broken;

    AdmissionRule(Broken broken) {
        this.broken = broken;
    }

    @FunctionalInterface
    private interface Broken {
        boolean by(Session session, Applicant who, Instant now);
    }

    /** All that stand against it. */
    static List<AdmissionRule> brokenBy(Session session, Applicant who, Instant now) {
        return Arrays.stream(values())
                .filter(rule -> rule.broken.by(session, who, now))
                .toList();
    }

    /** The key of the sentence on screen. */
    public String messageKey() {
        return "activity.refused." + name();
    }

    /** As other systems know it; it stays. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
