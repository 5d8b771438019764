package org.kepu.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Window;
import org.kepu.page.Tone;

/**
 * How far a target has come.
 *
 * @param figure what the indicator says in the window that counts now: the period so far, the year, the semester, the day
 * @param pace of what adds up over the period; null of others
 * @param baseline what was stated before the period began, where nothing was within it
 * @param earlier the years or semesters of the period before the one that counts now, the first one first
 */
public record TargetCard(
        Target target,
        Definition definition,
        Figure figure,
        State state,
        @Nullable Pace pace,
        Figure.@Nullable Stated baseline,
        @Nullable BigDecimal baselineValue,
        List<Term> earlier) {

    public TargetCard {
        earlier = List.copyOf(earlier);
    }

    /** Whether only the official survey says a value. */
    public boolean isSurveyed() {
        return isSurveyed(definition);
    }

    /** Whether it is a status that is won, or not. */
    public boolean isStatus() {
        return definition.method() instanceof Method.Stated(var origin) && origin == Method.Origin.STATUS;
    }

    static boolean isSurveyed(Definition definition) {
        return definition.method() instanceof Method.Stated(var origin) && origin == Method.Origin.SURVEY;
    }

    /** Those that fall short, where it is asked of each: not where so many of them are enough. */
    public List<Figure.Short> fallShort() {
        return definition.unit().equals("%") ? figure.fallShort() : List.of();
    }

    /** Whether divisions fall short, of which one need only know the names. */
    public boolean isOfDivisions() {
        return definition.method() instanceof Method.Coverage;
    }

    /** What is still missing of a number that is asked for; null if nothing is, or it is a share. */
    public @Nullable BigDecimal missing() {
        var value = figure.value();
        if (value == null || target.isMetBy(value) || definition.unit().equals("%") || isStatus()) {
            return null;
        }
        var missing = target.value().subtract(value);
        return missing.signum() > 0 ? missing : null;
    }

    /** Where a target stands. */
    public enum State {
        REACHED(Tone.GOOD),
        /** Not reached, and as far as it should be by today. */
        ON_PACE(Tone.ACTIVE),
        /** Not reached, less far than it should be by today, and not over. */
        BEHIND(Tone.WARN),
        /** Not reached, and the time is not over; nothing says how far it should be. */
        UNDER_WAY(Tone.ACTIVE),
        /** The time is over. */
        MISSED(Tone.BAD),
        /** Only striven for, and not reached: no failure. */
        STRIVEN_FOR(Tone.NEUTRAL),
        /** The official survey has published none; nothing else makes one. */
        NO_VALUE(Tone.NEUTRAL),
        /** There is nothing yet from which it could be said. */
        NOT_RECORDED(Tone.NEUTRAL);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "target.state." + name();
        }
    }

    /** A year or a semester that went before. */
    public record Term(Window window, @Nullable BigDecimal value, int fallShort, boolean reached) {}
}
