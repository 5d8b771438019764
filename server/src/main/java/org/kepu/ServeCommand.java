package org.kepu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
import org.kepu.vault.KeyProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code kepu serve}: starts the platform and stays until it is stopped. With {@code KEPU_DB_URL} it uses that
 * database, otherwise a PostgreSQL of its own in {@code KEPU_HOME}.
 */
@Command(name = "serve", description = "启动平台。", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    static final int STILL_RUNNING = -1;
    private static final int FAILED = 1;

    @Option(names = "--demo", description = "启动后载入三级演示方案（已载入的不再重复）。")
    private boolean demo;

    @Option(names = "--reset-admin", description = "给管理员换一个新口令，启动后显示一次。")
    private boolean resetAdmin;

    @Override
    public Integer call() {
        EmbeddedPostgres own = null;
        try {
            refuseTakenPort();
            var url = setting("KEPU_DB_URL", "");
            if (url.isBlank()) {
                own = EmbeddedPostgres.start(Path.of(setting("KEPU_HOME", "data")), Settings.forService());
                SpringApplication.getShutdownHandlers().add(own::close);
                start(own.database());
            } else {
                start(ExternalDatabase.check(url, setting("KEPU_DB_USER", ""), setting("KEPU_DB_PASSWORD", "")));
            }
            return STILL_RUNNING;
        } catch (PortTaken | PostgresProblem problem) {
            return failed(String.valueOf(problem.getMessage()), own);
        } catch (RuntimeException fault) {
            if (cause(fault) instanceof KeyProblem problem) {
                return failed(String.valueOf(problem.getMessage()), own);
            }
            log.error("the platform did not start", fault);
            return failed("平台未能启动：" + root(fault) + "。详细记录见上方日志。", own);
        }
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    /** Why a start is not even tried. */
    private static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        PortTaken(String line) {
            super(line);
        }
    }

    /** Asked before the database is started: nobody waits for it only to hear of the port. */
    private static void refuseTakenPort() {
        var port = setting("KEPU_PORT", "8080");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new PortTaken("KEPU_PORT 应为 0 到 65535 之间的端口号：" + port);
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(Integer.parseInt(port)));
        } catch (IOException taken) {
            throw new PortTaken("端口 " + port + " 已被占用或不允许使用。请停止占用它的程序，或用 KEPU_PORT 指定另一个端口。");
        }
    }

    private static String root(Throwable fault) {
        return String.valueOf(cause(fault).getMessage()).lines().findFirst().orElse("");
    }

    private static Throwable cause(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void start(Database database) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("kepu.demo", demo);
        settings.put("kepu.reset-admin", resetAdmin);
        var application = new SpringApplication(KepuApplication.class);
        application.setDefaultProperties(settings);
        application.run();
    }

    private static int failed(String line, @Nullable EmbeddedPostgres own) {
        System.err.println(line);
        if (own != null) {
            own.close();
        }
        return FAILED;
    }
}
