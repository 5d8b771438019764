package org.kepu.ledger.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Liaisons.Liaison;
import org.kepu.ledger.TaskHistory;

/**
 * A piece of a task (分工) that somebody of the body answers for.
 *
 * @param who one of the body's delegates, if one was put down
 * @param due the last day
 * @param doneOn the day on which it was done
 */
public record Part(
        UUID id,
        String what,
        @Nullable Liaison who,
        LocalDate due,
        State state,
        @Nullable LocalDate doneOn,
        int version) {

    static final int LONGEST = 200;

    public enum State {
        OPEN,
        DONE,
        /** 取消: not to be done after all. */
        DROPPED
    }

    /** From where to where a part may go. */
    public enum Step {
        FINISH(State.OPEN, State.DONE, TaskHistory.Kind.PART_FINISHED),
        REOPEN(State.DONE, State.OPEN, TaskHistory.Kind.PART_REOPENED),
        DROP(State.OPEN, State.DROPPED, TaskHistory.Kind.PART_DROPPED);

        final State from;
        final State to;
        final TaskHistory.Kind event;

        Step(State from, State to, TaskHistory.Kind event) {
            this.from = from;
            this.to = to;
            this.event = event;
        }

        static List<Step> leadingFrom(State state) {
            return Stream.of(values()).filter(step -> step.from == state).toList();
        }
    }

    public List<Step> steps() {
        return Step.leadingFrom(state);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether its last day went by and it is not done. */
    public boolean isLate(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}
