package org.kepu.access;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /**
     * Either way is verified; new ones are kept in the way that is set, and old ones at their next use.
     *
     * @param way {@code argon2} or, where the State's own algorithms are asked for (GB/T 39786), {@code sm3}
     */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${kepu.access.password-hash:argon2}") String way, RandomGenerator chance) {
        return new DelegatingPasswordEncoder(
                way,
                Map.of(
                        "argon2",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "sm3",
                        new Sm3PasswordEncoder(chance)));
    }
}
