package org.kepu.access;

import java.util.UUID;

/** The mail addresses of accounts, to which links for forgotten passwords go. */
public interface AccountMails {

    /** Keeps an address that was proven to be its holder's. */
    void keep(UUID account, String mail);
}
