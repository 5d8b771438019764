package org.kepu.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;
import org.kepu.shared.Masked;
import org.kepu.shared.RegionCode;

/**
 * What somebody asks of us about the own data (个人信息保护法第四十四至五十条).
 *
 * @param number by which people speak of it on the telephone
 * @param person the account, if the person has one
 * @param name empty once the person is erased, like contact and words
 * @param due the last day on which it is answered in time
 * @param byWeekends whether the holidays of that day's year are not known, and only weekends were counted as free
 */
public record Request(
        UUID id,
        long number,
        Kind kind,
        Channel channel,
        @Nullable UUID person,
        @Nullable RegionCode region,
        String name,
        String contact,
        String words,
        LocalDate received,
        LocalDate due,
        boolean byWeekends,
        State state,
        Optional<Answer> answer) {

    public enum Kind {
        SEE,
        COPY,
        CORRECT,
        DELETE,
        OBJECT;

        public String messageKey() {
            return "privacy.request." + name();
        }
    }

    /** How it reached us. */
    public enum Channel {
        ME,
        PHONE,
        LETTER,
        WINDOW;

        public String messageKey() {
            return "privacy.channel." + name();
        }
    }

    public enum State {
        OPEN(Tone.WAITING),
        DONE(Tone.GOOD),
        REFUSED(Tone.NEUTRAL);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String messageKey() {
            return "privacy.state." + name();
        }
    }

    /** What was answered, and by whom. */
    public record Answer(String words, UUID by, Instant at) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** Who asks, as lists show it. A citizen without a name goes by a contact that is masked already. */
    public String listed() {
        return name.contains("*") ? name : Masked.name(name);
    }

    public boolean late(LocalDate today) {
        return state == State.OPEN && due.isBefore(today);
    }

    @Override
    public String toString() {
        return "Request[" + number + "]";
    }
}
