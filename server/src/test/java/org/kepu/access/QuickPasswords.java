package org.kepu.access;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same ways as in earnest with 64 kB in place of 16 MB: somebody signs in in nearly every test. */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder(RandomGenerator chance) {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 64, 1), "sm3", new Sm3PasswordEncoder(chance)));
    }
}
