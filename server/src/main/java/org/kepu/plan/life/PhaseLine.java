package org.kepu.plan.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure.Phase;

/** A phase of a plan (进度安排), and where it lies from today. Phases may overlap, so that several are under way at once. */
public record PhaseLine(Phase phase, Standing standing) {

    public enum Standing {
        /** Wholly before the plan was issued: it is told, and alarms nobody. */
        BEFORE_ISSUE(Tone.NEUTRAL),
        OVER(Tone.NEUTRAL),
        NOW(Tone.ACTIVE),
        COMING(Tone.WAITING);

        private final Tone tone;

        Standing(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String messageKey() {
            return "life.phase." + name();
        }
    }

    static List<PhaseLine> of(Plan plan, List<Phase> phases, int year) {
        var signed = plan.signedOn();
        return phases.stream()
                .map(phase -> new PhaseLine(phase, standing(phase, signed == null ? null : signed.getYear(), year)))
                .toList();
    }

    private static Standing standing(Phase phase, @Nullable Integer issued, int year) {
        if (issued != null && phase.to() < issued) {
            return Standing.BEFORE_ISSUE;
        }
        return year < phase.from() ? Standing.COMING : year > phase.to() ? Standing.OVER : Standing.NOW;
    }
}
