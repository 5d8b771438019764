package org.kepu.ledger;

import java.time.Instant;
import java.util.UUID;
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

    /** The life of a task within its year. The order is that of the work. */
    public enum State {
        /** 待签收 */
        ASSIGNED,
        /** 已签收 */
        TAKEN_UP,
        /** 推进中 */
        IN_PROGRESS,
        /** 已完成 */
        DONE
    }

    /** A step that can be taken from one state to the next. */
    public enum Step {
        /** 签收: the body knows what it is asked. */
        TAKE_UP(State.ASSIGNED, State.TAKEN_UP),
        /** 开展: work has begun. */
        BEGIN(State.TAKEN_UP, State.IN_PROGRESS),
        /** 办结 */
        FINISH(State.IN_PROGRESS, State.DONE),
        /** 重新办理: what was called done is not. */
        REOPEN(State.DONE, State.IN_PROGRESS);

        final State from;
        final State to;

        Step(State from, State to) {
            this.from = from;
            this.to = to;
        }
    }

    boolean allows(Step step) {
        return state == step.from;
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
