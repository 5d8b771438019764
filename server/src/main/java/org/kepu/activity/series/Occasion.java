package org.kepu.activity.series;

import java.time.LocalDate;
import org.kepu.page.Tone;

/** A day on which a session may be, and what is to be known of it before it is ticked. */
public record Occasion(LocalDate day, Kind kind) {

    /** What sort of day it is. */
    public enum Kind {
        FREE(Tone.NEUTRAL),
        /** A public holiday by the State Council's notice; not ticked, but it may be. */
        HOLIDAY(Tone.WARN),
        /** A weekend day on which everybody works in exchange (调休). */
        EXCHANGED(Tone.WAITING),
        /** The activity has a session then already. */
        THERE(Tone.GOOD);

        private final Tone tone;

        Kind(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "planning.occasion." + name();
        }
    }

    /** Whether it is ticked unless somebody thinks otherwise. */
    public boolean ticked() {
        return kind == Kind.FREE || kind == Kind.EXCHANGED;
    }
}
