package org.kepu.plan.review;

import java.time.Instant;

/** A plan under review in the desk's list; what is not known yet is empty. */
public record DraftLine(
        String id,
        String title,
        String region,
        String period,
        String fileName,
        Instant uploadedAt,
        String uploadedBy) {}
