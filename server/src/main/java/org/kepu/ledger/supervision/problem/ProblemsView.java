package org.kepu.ledger.supervision.problem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.region.Region;
import org.kepu.shared.ImportReport;

/**
 * The list of problems.
 *
 * @param offices the divisions for which the reader may hand in a table
 * @param report of a table that was handed in
 */
public record ProblemsView(
        List<Problem> problems,
        @Nullable ProblemState state,
        List<Region> offices,
        LocalDate today,
        @Nullable ImportReport report) {

    public boolean isCutShort() {
        return problems.size() == ProblemList.MOST;
    }
}
