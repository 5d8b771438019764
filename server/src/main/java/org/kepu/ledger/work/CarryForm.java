package org.kepu.ledger.work;

/** Why a task is carried over. */
public record CarryForm(String reason) {
    public CarryForm {
        reason = Typed.line(reason);
    }
}
