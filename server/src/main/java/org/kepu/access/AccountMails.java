package org.kepu.access;

import java.util.Optional;
import java.util.UUID;

/** The mail addresses of accounts, to which links for forgotten passwords and notices go. */
public interface AccountMails {

    /** Keeps an address that was proven to be its holder's. */
    void keep(UUID account, String mail);

    /** The address of an account, if one is known. */
    Optional<String> mail(UUID account);
}
