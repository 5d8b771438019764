package org.kepu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What one body is asked to do for one measure in one year (台账任务).
 *
 * @param written the body as the plan names it
 * @param bodyId the body, {@code null} while nobody has decided who is meant, or for a group nobody has filled
 * @param bodyGroup the group through which the body was asked, such as 各成员单位
 * @param version grows with each step; two people cannot take the same step
 */
@Table(schema = "ledger", name = "task")
public record Task(
        @Id UUID id,
        UUID planId,
        UUID measureId,
        String regionCode,
        int year,
        Role role,
        int position,
        String written,
        @Nullable UUID bodyId,
        @Nullable String bodyGroup,
        State state,
        @Version int version,
        Instant createdAt) {

    public enum Role {
        LEAD,
        PARTICIPANT
    }

    /** The life of a task within its year. The order is that of the work: a measure is as far as the last of its leads. */
    public enum State {
        /** 待签收 */
        ASSIGNED,
        /** 已签收 */
        TAKEN_UP,
        /** 推进中 */
        IN_PROGRESS,
        /** 已结转: not finished within its year, it goes on as the next year's task. */
        CARRIED_OVER,
        /** 已完成 */
        DONE;

        /** Whether it still waits for something within its year. */
        public boolean isOpen() {
            return this != CARRIED_OVER && this != DONE;
        }
    }

    /** A step that can be taken from one state, or from any of several, to the next. */
    public enum Step {
        /** 签收: the body knows what it is asked. */
        TAKE_UP(State.TAKEN_UP, State.ASSIGNED),
        /** 开展: work has begun. */
        BEGIN(State.IN_PROGRESS, State.TAKEN_UP),
        /** 办结 */
        FINISH(State.DONE, State.IN_PROGRESS),
        /** 重新办理: what was called done is not. */
        REOPEN(State.IN_PROGRESS, State.DONE),
        /** 结转: it goes on next year. Asks why, so it is not taken with one press. */
        CARRY_OVER(State.CARRIED_OVER, State.ASSIGNED, State.TAKEN_UP, State.IN_PROGRESS);

        final State to;
        final Set<State> from;

        Step(State to, State... from) {
            this.to = to;
            this.from = Set.of(from);
        }

        public boolean leadsFrom(State state) {
            return from.contains(state);
        }

        /** Whether one press is all that it asks. */
        public boolean isAtOnce() {
            return this != CARRY_OVER;
        }

        /** Those that one press takes from here, in the order of the work. */
        public static List<Step> atOnceFrom(State state) {
            return Stream.of(values())
                    .filter(step -> step.isAtOnce() && step.leadsFrom(state))
                    .toList();
        }
    }

    boolean allows(Step step) {
        return step.leadsFrom(state);
    }

    /** The task one step further; it must allow the step. */
    Task after(Step step) {
        if (!allows(step)) {
            throw new IllegalStateException("a task that is " + state + " does not " + step);
        }
        return new Task(
                id,
                planId,
                measureId,
                regionCode,
                year,
                role,
                position,
                written,
                bodyId,
                bodyGroup,
                step.to,
                version,
                createdAt);
    }
}
