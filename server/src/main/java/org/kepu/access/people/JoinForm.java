package org.kepu.access.people;

/** The password somebody chooses who was invited, and the same again. */
public record JoinForm(String fresh, String again) {

    public JoinForm {
        fresh = fresh == null ? "" : fresh;
        again = again == null ? "" : again;
    }

    @Override
    public String toString() {
        return "JoinForm";
    }
}
