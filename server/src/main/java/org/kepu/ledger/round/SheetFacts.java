package org.kepu.ledger.round;

import java.util.Map;
import org.kepu.indicator.figure.CreditedFacts;
import org.kepu.indicator.figure.CreditedFacts.Credit;
import org.kepu.indicator.figure.Window;
import org.kepu.plan.MeasureId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** What the facts of its days say for a sheet: never typed, and the same for whoever may read the sheet. */
@Service
class SheetFacts {

    private final CreditedFacts facts;

    SheetFacts(CreditedFacts facts) {
        this.facts = facts;
    }

    Map<MeasureId, Credit> of(Scope scope, Round round, Sheet sheet) {
        scope.demands(Right.READ_LEDGER);
        return facts.of(
                sheet.body(), sheet.lines().stream().map(Line::measure).toList(), new Window(round.from(), round.to()));
    }
}
