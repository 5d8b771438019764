package org.kepu.ledger.round;

/** Which sheets a list shows. */
public enum Only {
    WAITING,
    LATE,
    SUBMITTED,
    ACCEPTED;

    /** The key of the filter's name on screen. */
    public String messageKey() {
        return "round.only." + name();
    }

    boolean shows(SheetRow row) {
        return switch (this) {
            case WAITING -> row.state().isOpen();
            case LATE -> row.isLate();
            case SUBMITTED -> row.state() == SheetState.SUBMITTED;
            case ACCEPTED -> row.state() == SheetState.ACCEPTED;
        };
    }
}
