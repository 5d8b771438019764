package org.kepu.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Sign-in by other providers (OpenID Connect), where settings name some. */
@Component
class ProviderGate {

    void open(HttpSecurity http) {
        // next commit
    }
}
