package org.kepu;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Another node of the platform, on the database of the one under test. */
public record Node(ConfigurableApplicationContext program) implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.url",
            "spring.flyway.user",
            "spring.flyway.password",
            "kepu.home");

    /** Starts a node with these settings, each {@code key=value}. */
    public static Node beside(Environment other, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        for (var key : SHARED) {
            all.add(key + "=" + other.getRequiredProperty(key));
        }
        all.add("spring.datasource.hikari.maximum-pool-size=5");
        if (all.stream().noneMatch(setting -> setting.startsWith("server.port="))) {
            all.add("server.port=0");
        }
        return new Node(new SpringApplicationBuilder(KepuApplication.class)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    public String address() {
        return "http://127.0.0.1:" + program.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        program.close();
    }
}
