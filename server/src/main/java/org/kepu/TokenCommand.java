package org.kepu;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.access.people.Places;
import org.kepu.access.token.Made;
import org.kepu.access.token.MakingTokens;
import org.kepu.postgres.PostgresProblem;
import org.kepu.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code kepu token …}: makes, lists and revokes the tokens of other systems, also while the platform runs. Standard
 * output holds the answer alone.
 */
@Command(
        name = "token",
        description = "发放、查看、撤销服务账号的令牌。",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)",
        subcommands = {TokenCommand.Create.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
final class TokenCommand {

    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;
    private static final String NAME = "kepu token";

    private static final Logger log = LoggerFactory.getLogger(TokenCommand.class);

    private final Supplier<DatabaseOfHome> home;
    private final String[] settings;

    TokenCommand() {
        this(DatabaseOfHome::asItIs);
    }

    /** @param settings of the platform beyond where its database is, each {@code --name=value} */
    TokenCommand(Supplier<DatabaseOfHome> home, String... settings) {
        this.home = home;
        this.settings = settings.clone();
    }

    /** Why the command ends without its output, in one line. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final int exit;

        Stop(int exit, String line) {
            super(line);
            this.exit = exit;
        }
    }

    private interface Work {
        String done(ConfigurableApplicationContext program) throws Stop;
    }

    /** The platform without its pages, in the database of the home. */
    private int with(Work work) {
        try (var database = home.get();
                var program = program(database)) {
            var answer = work.done(program);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(answer);
            return 0;
        } catch (Stop stop) {
            return told(stop);
        } catch (PostgresProblem | DatabaseOfHome.NothingThere problem) {
            return told(new Stop(FAILED, String.valueOf(problem.getMessage())));
        } catch (RuntimeException fault) {
            log.debug("the command did not end well", fault);
            return told(new Stop(FAILED, "命令没有完成：" + root(fault)));
        }
    }

    private static String root(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static int told(Stop stop) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(stop.getMessage());
        return stop.exit;
    }

    private ConfigurableApplicationContext program(DatabaseOfHome database) {
        var application = new SpringApplication(KepuApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(database.settings());
        return application.run(settings);
    }

    @Command(
            name = "create",
            description = "发放令牌：没有这个服务账号就新建，授予角色，令牌只显示这一次。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:已发放", "1:数据库无法使用", "2:参数不对"})
    static final class Create implements Callable<Integer> {
        @ParentCommand
        private TokenCommand command = new TokenCommand();

        @Option(names = "--name", paramLabel = "账号", description = "服务账号的名称。")
        private String name = "";

        @Option(names = "--role", paramLabel = "角色", description = "例如 OFFICE_CLERK、office-clerk 或 纲要办工作人员。")
        private String role = "";

        @Option(names = "--region", paramLabel = "区划代码", description = "角色管到哪个区划。")
        private String region = "";

        @Option(names = "--body", paramLabel = "单位编号", description = "只管一个单位。")
        private String body = "";

        @Option(names = "--plan", paramLabel = "方案编号", description = "只管一个方案。")
        private String plan = "";

        @Option(names = "--days", paramLabel = "天数", description = "有效天数，1 至 366，默认 90。")
        private String days = String.valueOf(MakingTokens.USUAL_DAYS);

        @Override
        public Integer call() {
            if (name.isBlank()) {
                return told(new Stop(MISUNDERSTOOD, "请用 --name 指明服务账号的名称。"));
            }
            if (!days.matches("\\d{1,4}")) {
                return told(new Stop(MISUNDERSTOOD, "--days 应为 1 至 366 的整数：" + days));
            }
            return command.with(this::made);
        }

        private String made(ConfigurableApplicationContext program) throws Stop {
            var words = program.getBean(MessageSource.class);
            var made = program.getBean(MakingTokens.class)
                    .make(
                            Actor.program(NAME),
                            name,
                            role(words),
                            place(program.getBean(Places.class)),
                            Integer.parseInt(days));
            return switch (made) {
                case Made.Token token -> token.token();
                case Made.Refused refused ->
                    throw new Stop(
                            MISUNDERSTOOD,
                            refused.why().stream()
                                    .map(why -> say(words, why.messageKey()))
                                    .collect(Collectors.joining("；")));
            };
        }

        private Role role(MessageSource words) throws Stop {
            var known = Arrays.stream(Role.values())
                    .filter(one -> !one.isSeparate())
                    .map(one -> one + "（" + say(words, one.messageKey()) + "）")
                    .collect(Collectors.joining("、"));
            return Role.read(role)
                    .or(() -> Arrays.stream(Role.values())
                            .filter(one -> say(words, one.messageKey()).equals(role.strip()))
                            .findFirst())
                    .orElseThrow(() -> new Stop(MISUNDERSTOOD, "没有这个角色：" + role + "。可以是：" + known));
        }

        private Place place(Places places) throws Stop {
            if (!plan.isBlank()) {
                return place(places, Place.Kind.PLAN, plan, "没有这个方案：");
            }
            if (!body.isBlank()) {
                return place(places, Place.Kind.BODY, body, "没有这个单位：");
            }
            if (region.isBlank()) {
                throw new Stop(MISUNDERSTOOD, "请用 --region、--body 或 --plan 指明角色管到哪里。");
            }
            return place(places, Place.Kind.REGION, region, "没有这个区划：");
        }

        private static Place place(Places places, Place.Kind kind, String id, String otherwise) throws Stop {
            return places.of(Place.key(kind, id.strip().toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new Stop(MISUNDERSTOOD, otherwise + id));
        }
    }

    @Command(name = "list", description = "列出全部令牌，不含密文。", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

        @ParentCommand
        private TokenCommand command = new TokenCommand();

        @Override
        public Integer call() {
            return command.with(program -> {
                var words = program.getBean(MessageSource.class);
                return program.getBean(MakingTokens.class).all().stream()
                        .map(token -> String.join(
                                "\t",
                                token.id().toString(),
                                token.name(),
                                say(words, token.state().messageKey()),
                                MOMENT.format(token.expires()),
                                Optional.ofNullable(token.lastUsed())
                                        .map(MOMENT::format)
                                        .orElse("-")))
                        .collect(Collectors.joining("\n"));
            });
        }
    }

    @Command(name = "revoke", description = "撤销一个令牌，立即失效。", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @ParentCommand
        private TokenCommand command = new TokenCommand();

        @Parameters(paramLabel = "编号", description = "token list 显示的编号。")
        private String id = "";

        @Override
        public Integer call() {
            if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return told(new Stop(MISUNDERSTOOD, "令牌编号不对：" + id + "。编号见 kepu token list。"));
            }
            return command.with(program -> program.getBean(MakingTokens.class)
                    .revoke(Actor.program(NAME), UUID.fromString(id))
                    .map(done -> done ? "已撤销" : "本来就已失效")
                    .orElseThrow(() -> new Stop(MISUNDERSTOOD, "没有这个令牌：" + id)));
        }
    }

    private static String say(MessageSource words, String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
