package org.kepu.ledger.round;

import java.util.List;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** What has happened to a sheet, for whoever may read it. */
@Service
class SheetHistory {

    private final SheetActs acts;

    SheetHistory(SheetActs acts) {
        this.acts = acts;
    }

    List<Happened> of(Scope scope, Sheet sheet) {
        scope.demands(Right.READ_LEDGER);
        return acts.of(sheet.id());
    }
}
