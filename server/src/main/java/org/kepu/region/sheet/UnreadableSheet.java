package org.kepu.region.sheet;

/** The file as a whole cannot be read; {@link #reason} is the key of the sentence that says why. */
public class UnreadableSheet extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public UnreadableSheet(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
