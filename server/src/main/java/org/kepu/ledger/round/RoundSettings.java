package org.kepu.ledger.round;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * Settings {@code kepu.rounds.*}.
 *
 * @param quietFrom from when in the evening nobody is reminded, by the clock of Asia/Shanghai
 * @param quietTo until when in the morning
 */
@ConfigurationProperties("kepu.rounds")
record RoundSettings(
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietTo) {

    /** Reads them. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RoundSettings.class)
    static class Setup {}

    /** Whether people are left in peace now. */
    boolean quiet(Clock clock) {
        var now = LocalTime.ofInstant(clock.instant(), Today.SHANGHAI);
        return quietFrom.isAfter(quietTo)
                ? !now.isBefore(quietFrom) || now.isBefore(quietTo)
                : !now.isBefore(quietFrom) && now.isBefore(quietTo);
    }
}
