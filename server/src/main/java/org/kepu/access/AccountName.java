package org.kepu.access;

import java.util.Locale;

/** What somebody typed as the name of an account: without the spaces around it, without regard to case. */
public record AccountName(String text) {

    public AccountName {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may be called so. */
    public boolean plain() {
        return text.matches("[^\\s\\p{Cntrl}]{1,64}");
    }
}
