package org.kepu.people.expert;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.tour.Programme;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * An invitation of an expert.
 *
 * @param body who invites
 * @param tour of which it is a visit, {@code programme} that of the tour; null if it is none
 * @param reason of declining, withdrawing or proposing
 * @param proposed when it would suit better
 * @param attendances how many came; null until it is served
 */
public record Invitation(
        UUID id,
        UUID expert,
        BodyId body,
        String title,
        RegionCode region,
        String place,
        Instant starts,
        Instant ends,
        String words,
        @Nullable UUID tour,
        @Nullable Programme programme,
        State state,
        String reason,
        @Nullable Instant proposed,
        @Nullable Integer attendances) {

    /** How an invitation stands. */
    public enum State {
        SENT,
        ACCEPTED,
        DECLINED,
        PROPOSED,
        WITHDRAWN,
        SERVED,
        MISSED;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.invitation." + name();
        }
    }

    public int minutes() {
        return (int) java.time.Duration.between(starts, ends).toMinutes();
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** Whether it is what a form says. */
    boolean says(InvitingForm form) {
        return title.equals(form.title())
                && body.value().equals(form.body())
                && region.value().equals(form.region())
                && place.equals(form.place())
                && form.begins().equals(Optional.of(starts))
                && form.over().equals(Optional.of(ends))
                && words.equals(form.words())
                && Objects.equals(tour, form.tour());
    }

    /** Whether it can still be withdrawn: the expert may answer, or the time that they proposed is still to come. */
    public boolean isOpen(Instant now) {
        return awaitsAnswer(now) || state == State.PROPOSED && proposed != null && proposed.isAfter(now);
    }

    /** Whether the expert may answer now; who has accepted may still decline before it begins. */
    public boolean awaitsAnswer(Instant now) {
        return now.isBefore(starts) && (state == State.SENT || state == State.PROPOSED || state == State.ACCEPTED);
    }
}
