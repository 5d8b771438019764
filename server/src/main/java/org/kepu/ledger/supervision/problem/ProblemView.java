package org.kepu.ledger.supervision.problem;

import java.time.LocalDate;
import java.util.List;
import org.kepu.ledger.supervision.Happened;

/**
 * A problem as a page.
 *
 * @param mends whether the reader may say what was done
 * @param judges what the reader's office may do now
 * @param typed what was typed in a report that came back
 */
public record ProblemView(
        Problem problem,
        List<Happened> history,
        boolean mends,
        List<ProblemAct> judges,
        LocalDate today,
        String typed) {

    public boolean may(ProblemAct act) {
        return judges.contains(act);
    }

    public boolean late() {
        return problem.isLate(today);
    }
}
