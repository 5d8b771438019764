package org.kepu.people.hours;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Person;

/**
 * Somebody's part in a shift.
 *
 * @param staff whether they are in paid service
 * @param came when they came; null if it is not told
 * @param gone when they left; null if it is not told
 * @param closedByRule nobody told when they left; they left when it was over
 * @param unclosed nobody told in time when they left
 * @param afterwards written down when it was over, or planned when it had begun
 * @param flags why somebody looks again
 * @param teamAt when the team confirmed
 * @param ownAt when they confirmed themselves
 * @param paper how they did so on paper; empty if by their own page
 * @param minutes that count now
 */
public record Duty(
        UUID id,
        UUID shift,
        Person person,
        boolean staff,
        State state,
        @Nullable Instant came,
        @Nullable Instant gone,
        boolean closedByRule,
        boolean unclosed,
        boolean imported,
        boolean afterwards,
        List<Flag> flags,
        @Nullable Instant teamAt,
        @Nullable UUID teamBy,
        @Nullable Instant ownAt,
        String paper,
        int minutes) {

    /** How a duty stands. */
    public enum State {
        PLANNED,
        GIVEN_BACK,
        ABSENT,
        PRESENT;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.duty." + name();
        }
    }

    /** Why somebody looks again; nothing is refused for it. */
    public enum Flag {
        /** Nobody told in time when they left. */
        UNCLOSED,
        /** Too far from another shift of the same person for the time between. */
        SPEED,
        /** Very many hours in 30 days, or in one run. */
        VOLUME,
        /** Written down afterwards from a table. */
        IMPORTED,
        /** Planned or written down after it took place. */
        AFTERWARDS;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.flag." + name();
        }
    }

    public Duty {
        flags = List.copyOf(flags);
    }

    public boolean isPresent() {
        return state == State.PRESENT;
    }

    /** Whether the team can confirm: presence is told, and nobody has confirmed yet. */
    public boolean awaitsTeam() {
        return isPresent() && gone != null && teamAt == null;
    }

    /** Whether they themselves are asked. */
    public boolean awaitsOwn() {
        return isPresent() && teamAt != null && ownAt == null;
    }

    public boolean isSettled() {
        return teamAt != null && ownAt != null;
    }
}
