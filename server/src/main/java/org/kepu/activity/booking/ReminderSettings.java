package org.kepu.activity.booking;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * Settings {@code kepu.activities.*}.
 *
 * @param quietFrom from when in the evening nobody is reminded, by the clock of Asia/Shanghai
 * @param quietTo until when in the morning
 */
@ConfigurationProperties("kepu.activities")
record ReminderSettings(
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietTo) {

    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** Reads them. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReminderSettings.class)
    static class ReminderSetup {}

    /** Whether people are left in peace now. */
    boolean quiet(Clock clock) {
        var now = LocalTime.ofInstant(clock.instant(), HERE);
        return quietFrom.isAfter(quietTo)
                ? !now.isBefore(quietFrom) || now.isBefore(quietTo)
                : !now.isBefore(quietFrom) && now.isBefore(quietTo);
    }
}
