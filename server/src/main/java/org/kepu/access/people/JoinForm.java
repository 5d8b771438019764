package org.kepu.access.people;

import jakarta.validation.constraints.Size;

/** The password somebody chooses who was invited, and the same again. */
public record JoinForm(
        @Size(min = SHORTEST, max = LONGEST, message = "{access.join.size}")
        String fresh,

        String again) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    public JoinForm {
        fresh = fresh == null ? "" : fresh;
        again = again == null ? "" : again;
    }

    @Override
    public String toString() {
        return "JoinForm";
    }
}
