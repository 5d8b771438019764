package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.shared.WorkingDays;

/**
 * A day on which is reminded.
 *
 * @param step working days from the due day: −3 is three before, 2 is two after
 */
record ReminderStep(int step, LocalDate day) {

    /** When it was asked, or sent back: said at once. */
    static final int AT_ONCE = -999;

    /** The step that holds today: the last whose day has come. Those that were missed before are not made up for. */
    static Optional<ReminderStep> on(LocalDate today, LocalDate due, Round terms, WorkingDays days) {
        var before = terms.remindBefore().stream().map(n -> new ReminderStep(-n, days.before(due, n)));
        var after = terms.remindAfter().stream().map(n -> new ReminderStep(n, days.after(due, n)));
        var once = Stream.of(new ReminderStep(AT_ONCE, LocalDate.MIN));
        return Stream.of(once, before, after)
                .flatMap(steps -> steps)
                .filter(step -> !step.day().isAfter(today))
                .max(Comparator.comparing(ReminderStep::day).thenComparing(ReminderStep::step));
    }
}
