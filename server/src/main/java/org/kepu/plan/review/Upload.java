package org.kepu.plan.review;

import org.kepu.shared.PlanId;

/** What became of one uploaded file. */
public sealed interface Upload {

    String fileName();

    /** Read and waiting for review. */
    record Received(String fileName, PlanId id, String title, int measures, int findings) implements Upload {}

    /** The same document is here already; nothing was changed. */
    record AlreadyHere(String fileName, PlanId id, boolean confirmed) implements Upload {}

    /** The same document is under review where this reader has no reach; nothing was changed. */
    record HeldElsewhere(String fileName) implements Upload {}

    /** No action plan, or not readable. */
    record Refused(String fileName, String why) implements Upload {}
}
