package org.kepu.activity.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Session.Seats;

/** The rules of admission, in the order in which one should hear of them. */
public enum AdmissionRule {
    /** It does not take place. */
    CALLED_OFF((ask, now) -> ask.offer().session().cancelled()),
    /** Anybody may come, nobody need register. */
    OPEN_TO_ALL((ask, now) -> ask.offer().session().seats() == null),
    NOT_OPEN_YET((ask, now) -> ask.seats() instanceof Seats seats && now.isBefore(seats.opens())),
    CLOSED((ask, now) -> ask.seats() instanceof Seats seats && !now.isBefore(seats.closes())),
    /** It does not take families, groups or schools. */
    PARTY_NOT_TAKEN((ask, now) -> ask.seats() != null && !ask.takesParty()),
    /** More than one person, or one group, may ask for; clerks book for groups. */
    TOO_MANY_PLACES((ask, now) -> ask.seats() != null && ask.who().places() > ask.most()),
    /** A question that must be answered was not, or not so that it can be counted. */
    NOT_ANSWERED((ask, now) -> ask.seats() != null && !ask.isAnswered()),
    /** What is left is kept for elders, or for those of a division; and as many wait as could come. */
    KEPT_FOR_OTHERS((ask, now) -> ask.seats() instanceof Seats seats && ask.findsNoSeat() && seats.kept() > 0),
    /** All places are taken, and as many wait as could come. */
    FULL((ask, now) -> ask.seats() instanceof Seats seats && ask.findsNoSeat() && seats.kept() == 0),
    /** The same request was answered before, and its places were given back since. */
    GIVEN_BACK((ask, now) -> false),
    /** The key came with another request before. */
    KEY_USED_OTHERWISE((ask, now) -> false);

    private final Broken broken;

    AdmissionRule(Broken broken) {
        this.broken = broken;
    }

    @FunctionalInterface
    private interface Broken {
        boolean by(Ask ask, Instant now);
    }

    /** Somebody before an offer, with the quotas that they may use. */
    private record Ask(Offer offer, Applicant who, List<UUID> mayUse) {

        @Nullable
        Seats seats() {
            return offer.session().seats();
        }

        boolean takesParty() {
            return offer.admission().parties().contains(who.party().kind())
                    || who.by() != null && who.party().kind() == PartyKind.SINGLE;
        }

        int most() {
            var seats = seats();
            if (who.party().kind().isNamed()) {
                return offer.admission().groupMost();
            }
            return seats == null || who.by() != null ? Applicant.LARGEST_GROUP : seats.perPerson();
        }

        boolean isAnswered() {
            var questions = offer.admission().questions();
            for (int i = 0; i < questions.size(); i++) {
                if (!questions.get(i).takes(answer(i))) {
                    return false;
                }
            }
            return true;
        }

        private String answer(int i) {
            return i < who.answers().size() ? who.answers().get(i) : "";
        }

        boolean findsNoSeat() {
            var seats = seats();
            if (seats == null || seats.lottery()) {
                return false;
            }
            var room = seats.waiting() == 0
                    && who.places() <= seats.capacity() - seats.taken() - seats.kept() - seats.keptAtDoor();
            var line = seats.waits()
                    && seats.waiting() < seats.capacity()
                    && who.places() <= seats.capacity() - offer.admission().doorSeats();
            return !room
                    && !line
                    && offer.admission().quotas().stream()
                            .noneMatch(quota ->
                                    offer.keeps() && mayUse.contains(quota.id()) && quota.free() >= who.places());
        }
    }

    /**
     * All that stand against it.
     *
     * @param mayUse the quotas of which they may have seats
     */
    static List<AdmissionRule> brokenBy(Offer offer, Applicant who, List<UUID> mayUse, Instant now) {
        var ask = new Ask(offer, who, mayUse);
        return Arrays.stream(values()).filter(rule -> rule.broken.by(ask, now)).toList();
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
