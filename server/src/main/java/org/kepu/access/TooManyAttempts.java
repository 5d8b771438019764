package org.kepu.access;

import org.springframework.security.core.AuthenticationException;

/** Sign-in was tried too often; the same answer whether or not the account exists. */
class TooManyAttempts extends AuthenticationException {

    TooManyAttempts() {
        super("too many attempts");
    }
}
