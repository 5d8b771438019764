package org.kepu.vault;

/** The keys are not those that the data needs. The message is one line for whoever starts the program. */
public class KeyProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyProblem(String line) {
        super(line);
    }
}
