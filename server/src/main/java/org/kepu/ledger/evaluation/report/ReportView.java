package org.kepu.ledger.evaluation.report;

import org.jspecify.annotations.Nullable;
import org.kepu.ledger.evaluation.Evaluation;

/**
 * A report as a page.
 *
 * @param content what it says; null until it is made
 * @param intact whether what is kept of it still has its checksum
 */
public record ReportView(
        Evaluation evaluation, Report report, @Nullable ReportContent content, boolean intact) {}
