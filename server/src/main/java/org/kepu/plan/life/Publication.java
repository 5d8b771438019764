package org.kepu.plan.life;

import java.time.LocalDate;
import java.util.Optional;
import org.kepu.page.Tone;

/**
 * 主动公开: where a plan stands with its publication, due within 20 working days of its issue (政府信息公开条例第二十六条).
 */
public sealed interface Publication {

    /** @param due the last day of the term */
    record Published(LocalDate on, String place, LocalDate due) implements Publication {
        public boolean isLate() {
            return on.isAfter(due);
        }
    }

    record Due(LocalDate due) implements Publication {}

    record Overdue(LocalDate due) implements Publication {}

    /** Issued so long before it came here that the term was over then: no alarm, only the day. */
    record LongAgo(LocalDate due) implements Publication {}

    /** The document bears no day, so no term runs. */
    record NoDay() implements Publication {}

    /** What whoever changes it has seen; empty where nothing is recorded. */
    default String mark() {
        return this instanceof Published(var on, var place, var due) ? on + " " + place : "";
    }

    default Tone tone() {
        return switch (this) {
            case Published published -> published.isLate() ? Tone.NEUTRAL : Tone.GOOD;
            case Due due -> Tone.WAITING;
            case Overdue overdue -> Tone.BAD;
            case LongAgo longAgo -> Tone.NEUTRAL;
            case NoDay noDay -> Tone.NEUTRAL;
        };
    }

    /** The day by which the office is still asked to publish; empty where it is not. */
    default Optional<LocalDate> awaitedBy() {
        return switch (this) {
            case Due(var day) -> Optional.of(day);
            case Overdue(var day) -> Optional.of(day);
            case Published published -> Optional.empty();
            case LongAgo longAgo -> Optional.empty();
            case NoDay noDay -> Optional.empty();
        };
    }
}
