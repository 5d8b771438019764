package org.kepu.page;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where chance comes in: one source, that tests can replace. */
@Configuration(proxyBeanMethods = false)
class Chance {

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
