package org.kepu.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** A change of one's own password: the old one, the new one, and the new one again. */
record PasswordForm(
        @NotEmpty(message = "{access.password.old.missing}") String old,

        @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST, message = "{access.password.fresh.size}")
        String fresh,

        String again) {

    PasswordForm {
        old = old == null ? "" : old;
        fresh = fresh == null ? "" : fresh;
        again = again == null ? "" : again;
    }

    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
