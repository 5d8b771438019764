package org.kepu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.access.FirstAccounts;
import org.kepu.postgres.PostgresProblem;
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

    @Option(
            names = "--reset-admin",
            arity = "0..1",
            paramLabel = "账号",
            defaultValue = "",
            fallbackValue = FirstAccounts.ADMIN,
            description = "给管理员换一个新口令，启动后显示一次；不写账号就是 admin。")
    private String resetAdmin = "";

    @Override
    public Integer call() {
        DatabaseOfHome database = null;
        try {
            refuseTakenPort();
            var opened = DatabaseOfHome.toServe();
            database = opened;
            SpringApplication.getShutdownHandlers().add(opened::close);
            start(opened);
            return STILL_RUNNING;
        } catch (PortTaken | PostgresProblem problem) {
            return failed(String.valueOf(problem.getMessage()), database);
        } catch (RuntimeException fault) {
            if (cause(fault) instanceof KeyProblem problem) {
                return failed(String.valueOf(problem.getMessage()), database);
            }
            log.error("the platform did not start", fault);
            return failed("平台未能启动：" + root(fault) + "。详细记录见上方日志。", database);
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

    private void start(DatabaseOfHome database) {
        if (!database.logins().apart()) {
            System.out.println("提示：平台用数据库的属主登录，审计记录只由触发器保护。设 KEPU_DB_OWNER 可分开两个角色，见 docs/operations.md。");
        }
        var settings = database.settings();
        settings.put("kepu.demo", demo);
        settings.put("kepu.reset-admin", resetAdmin);
        var application = new SpringApplication(KepuApplication.class);
        application.setDefaultProperties(settings);
        application.run();
    }

    private static int failed(String line, @Nullable DatabaseOfHome database) {
        System.err.println(line);
        if (database != null) {
            database.close();
        }
        return FAILED;
    }
}
