package org.kepu.ledger.work;

import org.kepu.page.Typed;

/** Why a task is carried over. */
public record CarryForm(String reason) {
    public CarryForm {
        reason = Typed.line(reason);
    }
}
