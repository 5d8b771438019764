package org.kepu.activity.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.page.Tone;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * An activity laid before those who approve it.
 *
 * @param round one more each time it is sent
 * @param current whether it still tells what it told when it was sent
 */
public record Approval(
        UUID id, ActivityId activity, int round, State state, boolean current, Instant askedAt, List<Stage> stages) {

    public Approval {
        stages = List.copyOf(stages);
    }

    /** How far it is. */
    public enum State {
        ASKED(Tone.WAITING),
        APPROVED(Tone.GOOD),
        RETURNED(Tone.WARN),
        /** It was changed, and sent anew. */
        LAPSED(Tone.NEUTRAL);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "planning.approval.state." + name();
        }
    }

    /**
     * One that is asked, and what was answered.
     *
     * @param office the division whose office it is; null: it is a body
     * @param approved null: not answered yet
     */
    public record Stage(
            int position,
            @Nullable RegionCode office,
            @Nullable BodyId body,
            @Nullable Boolean approved,
            String reason,
            @Nullable Instant answeredAt) {}

    Approval with(List<Stage> asked) {
        return new Approval(id, activity, round, state, current, askedAt, asked);
    }

    /** Whether it may be published by it. */
    public boolean lets() {
        return state == State.APPROVED && current;
    }

    /** Who is to answer next. */
    public Optional<Stage> next() {
        return state == State.ASKED && current
                ? stages.stream().filter(stage -> stage.approved() == null).findFirst()
                : Optional.empty();
    }
}
