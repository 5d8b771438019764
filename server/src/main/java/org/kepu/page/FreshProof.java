package org.kepu.page;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Knows whether a reader has just proved to be the owner of the account, as is asked for before what is delicate. */
public interface FreshProof {

    /** Where a citizen proves it; the own page to come back to follows. */
    String CITIZENS_PAGE = "/me/prove?to=";

    /** Whether it was within the last minutes. */
    boolean of(@Nullable Principal reader);
}
