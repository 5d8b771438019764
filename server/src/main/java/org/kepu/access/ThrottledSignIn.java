package org.kepu.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Sign-in by name and password behind the throttle. An unknown name costs as much time as a wrong password: the
 * provider hashes in both cases.
 */
@Component
class ThrottledSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider byPassword;
    private final SignInThrottle throttle;

    ThrottledSignIn(Accounts accounts, PasswordEncoder passwords, SignInThrottle throttle) {
        this.byPassword = new DaoAuthenticationProvider(accounts::named);
        this.byPassword.setPasswordEncoder(passwords);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var name = new AccountName(typed.getName());
        var address =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        if (!throttle.admits(name, address)) {
            throw new TooManyAttempts();
        }
        var proven = byPassword.authenticate(typed);
        throttle.forgive(name, address);
        return proven;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
