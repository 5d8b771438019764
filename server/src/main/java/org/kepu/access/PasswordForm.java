package org.kepu.access;

import jakarta.validation.constraints.NotEmpty;

/** A change of one's own password: the old one, the new one, and the new one again. */
record PasswordForm(
        @NotEmpty(message = "{access.password.old.missing}") String old, String fresh, String again) {

    PasswordForm {
        old = old == null ? "" : old;
        fresh = fresh == null ? "" : fresh;
        again = again == null ? "" : again;
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
