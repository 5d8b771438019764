package org.kepu.notice;

/** A message that was not taken, and why. */
class Undelivered extends Exception {

    private static final long serialVersionUID = 1;

    /** Why, in words for whoever keeps the platform. */
    enum Reason {
        /** Nobody answers there, or not in time. */
        UNREACHABLE(true),
        /** The name or password that the platform signs in with is not accepted. */
        LOGIN_REFUSED(true),
        /** There is no such recipient. */
        NO_RECIPIENT(false),
        /** The other side took the message for a wrong one. */
        REFUSED(false),
        /** The other side asks to come again later, or has a fault of its own. */
        BUSY(true),
        /** A setting is missing. */
        NOT_SET_UP(true),
        /** The program was ended while it sent, again and again. */
        INTERRUPTED(true);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether another try may do better. */
        boolean isPassing() {
            return passing;
        }

        String messageKey() {
            return "notice.reason." + name();
        }
    }

    private final Reason reason;

    Undelivered(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
