package org.kepu.ledger.supervision.light;

/**
 * A line of the table of rules: for this reason, beyond this limit, that light.
 *
 * @param limit as the cause says
 */
public record Rule(Cause cause, int limit, Light light) {
    public Rule {
        if (!cause.isOfRules()) {
            throw new IllegalArgumentException("no rule decides on " + cause);
        }
        if (limit < 0 || light == Light.GREEN) {
            throw new IllegalArgumentException("a rule has a limit of 0 or more, and green is what burns without one");
        }
    }
}
