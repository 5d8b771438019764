package org.kepu.ledger.supervision.light;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Settings {@code kepu.lights.*}.
 *
 * @param rules the file with the tables of rules
 */
@ConfigurationProperties("kepu.lights")
record LightSettings(
        @DefaultValue("classpath:ledger/lights.yaml") Resource rules) {

    /** Reads them. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LightSettings.class)
    static class LightSetup {}
}
