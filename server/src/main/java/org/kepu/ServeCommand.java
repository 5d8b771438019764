package org.kepu;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.postgres.Database;
import org.kepu.postgres.EmbeddedPostgres;
import org.kepu.postgres.ExternalDatabase;
import org.kepu.postgres.PostgresProblem;
import org.kepu.postgres.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code kepu serve}: starts the platform and stays until it is stopped. With {@code KEPU_DB_URL} it uses that
 * database, otherwise a PostgreSQL of its own in {@code KEPU_HOME}.
 */
@Command(name = "serve", description = "启动平台。", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    static final int STILL_RUNNING = -1;
    private static final int FAILED = 1;

    @Option(names = "--demo", description = "启动后载入三级演示方案（已载入的不再重复）。")
    private boolean demo;

    @Override
    public Integer call() {
        EmbeddedPostgres own = null;
        try {
            var environment = System.getenv();
            var url = environment.getOrDefault("KEPU_DB_URL", "");
            if (url.isBlank()) {
                own = EmbeddedPostgres.start(
                        Path.of(environment.getOrDefault("KEPU_HOME", "data")), Settings.forService());
                SpringApplication.getShutdownHandlers().add(own::close);
                start(own.database());
            } else {
                start(ExternalDatabase.check(
                        url,
                        environment.getOrDefault("KEPU_DB_USER", ""),
                        environment.getOrDefault("KEPU_DB_PASSWORD", "")));
            }
            return STILL_RUNNING;
        } catch (PostgresProblem problem) {
            return failed(problem.getMessage(), null);
        } catch (PortInUseException taken) {
            return failed("端口 " + taken.getPort() + " 已被占用。请停止占用它的程序，或用 KEPU_PORT 指定另一个端口。", own);
        }
    }

    private void start(Database database) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("kepu.demo", demo);
        var application = new SpringApplication(KepuApplication.class);
        application.setDefaultProperties(settings);
        application.run();
    }

    private static int failed(@Nullable String line, @Nullable EmbeddedPostgres own) {
        System.err.println(line);
        if (own != null) {
            own.close();
        }
        return FAILED;
    }
}
