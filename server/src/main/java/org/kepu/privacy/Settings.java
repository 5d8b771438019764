package org.kepu.privacy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.kepu.shared.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The calendar by which terms are counted. */
@Configuration(proxyBeanMethods = false)
class Settings {

    @Bean
    WorkingDays workingDays() throws IOException {
        var text = new ClassPathResource("privacy/working-days.csv").getContentAsString(StandardCharsets.UTF_8);
        return new WorkingDays(days(text, "OFF"), days(text, "WORK"));
    }

    private static Set<LocalDate> days(String text, String kind) {
        return text.lines()
                .map(line -> line.split(","))
                .filter(line -> line.length == 3 && line[2].equals(kind))
                .flatMap(line -> LocalDate.parse(line[0])
                        .datesUntil(LocalDate.parse(line[1]).plusDays(1)))
                .collect(toUnmodifiableSet());
    }
}
