package org.kepu.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
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
        var days = new TreeSet<LocalDate>();
        text.lines()
                .filter(line -> line.endsWith("," + kind))
                .forEach(line -> days.add(LocalDate.parse(line.substring(0, line.indexOf(',')))));
        return days;
    }
}
