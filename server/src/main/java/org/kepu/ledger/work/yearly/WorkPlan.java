package org.kepu.ledger.work.yearly;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;

/**
 * A yearly work plan (年度工作计划).
 *
 * @param region of the plan that it follows
 * @param body whose it is; {@code null} for the office of the region
 * @param issuer the body or the office, as it signs
 * @param supersedes the issued one whose place it took
 * @param number 文号, of an issued one
 * @param checksum SHA-256 of what was issued, in its canonical spelling
 */
public record WorkPlan(
        UUID id,
        PlanId plan,
        int year,
        RegionCode region,
        @Nullable BodyId body,
        String issuer,
        String title,
        State state,
        @Nullable UUID supersedes,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String checksum) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_NUMBER = 60;

    /** From draft to issued, from issued to superseded; there is no way back. */
    public enum State {
        DRAFT,
        ISSUED,
        SUPERSEDED
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    /** The right that one needs to write it: the office's is the office's, a body's is the body's. */
    Right writtenWith() {
        return body == null ? Right.RUN_LEDGER : Right.DO_TASKS;
    }
}
