package org.kepu.plandoc.source;

import org.kepu.plandoc.Reading;

/** Says in one Chinese sentence why a file yields no text, and which of the two answers without a plan that makes. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reading reading;

    private Refusal(Reading reading, String why) {
        super(why, null, false, false);
        this.reading = reading;
    }

    /** The file is damaged, protected or over a limit. */
    public static Refusal unreadable(String why) {
        return new Refusal(new Reading.Unreadable(why), why);
    }

    /** The file was understood well enough to know that it holds no document text at all. */
    static Refusal noPlan(String why) {
        return new Refusal(new Reading.NotAPlan(why), why);
    }

    public Reading reading() {
        return reading;
    }
}
