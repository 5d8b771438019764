package org.kepu.paper.pdf;

/** A PDF cannot be written for want of a font; the message says in Chinese what the operator can do. */
public final class NoFont extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoFont(String line) {
        super(line);
    }
}
