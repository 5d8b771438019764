package org.kepu.ledger.round;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;

/** Why a plan of a round could not be asked, as its office should hear it. */
public enum AskingFault {
    /** The database had no time for it: it will. */
    BUSY,
    /** What the plan or its tasks say does not fit on a sheet: somebody must look at them. */
    DOES_NOT_FIT,
    /** Nobody thought of it: the log of the program says more. */
    UNFORESEEN;

    /** The key of the sentence that says so. */
    public String messageKey() {
        return "round.asking." + name();
    }

    static AskingFault of(RuntimeException fault) {
        return switch (fault) {
            case TransientDataAccessException busy -> BUSY;
            case DataIntegrityViolationException broken -> DOES_NOT_FIT;
            default -> UNFORESEEN;
        };
    }
}
