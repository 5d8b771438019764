package org.kepu;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform: one modular program, one package per capability. */
@SpringBootApplication
@EnableScheduling
public class KepuApplication {

    /** The time of the platform. Days and deadlines are those of Asia/Shanghai. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
