package org.kepu.ledger.round;

/** How many plans of a round have been asked. */
public record Progress(int asked, int plans) {

    public boolean done() {
        return asked == plans;
    }
}
