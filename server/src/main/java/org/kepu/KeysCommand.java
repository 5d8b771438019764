package org.kepu;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.kepu.postgres.PostgresProblem;
import org.kepu.vault.KeyKeeping;
import org.kepu.vault.KeyKeeping.Retirement;
import org.kepu.vault.KeyProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kepu keys …}: the keys that personal values are encrypted with, also while the platform runs. */
@Command(
        name = "keys",
        description = "管理加密密钥；平台运行时也可以使用。",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | rotate | retire)",
        subcommands = {KeysCommand.Listing.class, KeysCommand.Rotation.class, KeysCommand.Retiring.class})
final class KeysCommand {

    private static final int NOT_DONE = 1;
    private static final Clock CLOCK = new KepuApplication().clock();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CLOCK.getZone());

    private KeysCommand() {}

    /** Where a command speaks, and what it works on. */
    private record Desk(KeyKeeping keys, PrintStream out) {}

    private interface Work {
        int run(Desk desk);
    }

    private static int with(Work work) {
        try {
            var keys = KeyKeeping.of(System.getenv(), CLOCK);
            return work.run(new Desk(keys, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        } catch (KeyProblem | PostgresProblem | DatabaseOfHome.NothingThere problem) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(problem.getMessage());
            return NOT_DONE;
        }
    }

    private static JdbcClient client(DatabaseOfHome database) {
        var login = database.logins().application();
        return JdbcClient.create(new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()));
    }

    @Command(name = "list", description = "列出密钥、启用时间，以及还有多少内容由它加密。", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        @Override
        public Integer call() {
            return with(desk -> {
                try (var database = DatabaseOfHome.asItIs()) {
                    desk.out().println("编号      用途             启用时间          加密内容  状态");
                    for (var key : desk.keys().list(client(database))) {
                        desk.out()
                                .printf(
                                        "%s  %-15s  %s  %8d  %s%n",
                                        key.id(),
                                        key.use(),
                                        MOMENT.format(key.since()),
                                        key.values(),
                                        words(key.state()));
                    }
                    return 0;
                }
            });
        }

        private static String words(KeyKeeping.State state) {
            return switch (state) {
                case CURRENT -> "现用";
                case COMING -> "到时启用";
                case OPENS -> "只用于解密";
                case FIXED -> "固定";
                case RETIRED -> "已停用";
                case MISSING -> "缺失：密钥文件里没有";
            };
        }
    }

    @Command(name = "rotate", description = "增加一把新密钥。运行中的平台随即改用它，并在后台把已有内容重新加密。", mixinStandardHelpOptions = true)
    static final class Rotation implements Callable<Integer> {
        @Option(
                names = "--in",
                paramLabel = "时长",
                defaultValue = "PT0S",
                description = "过多久启用，如 PT2H：多台机器各存一份密钥文件时，先分发、后启用。")
        private Duration delay = Duration.ZERO;

        @Override
        public Integer call() {
            return with(desk -> {
                var id = desk.keys().rotate(delay);
                desk.out().println(id);
                new PrintStream(System.err, true, StandardCharsets.UTF_8)
                        .println("已增加密钥 " + id + "。请备份 " + desk.keys().path() + "，进度见 kepu keys list。");
                return 0;
            });
        }
    }

    @Command(name = "retire", description = "停用一把旧密钥：不再有内容由它加密时，从密钥文件中去掉。", mixinStandardHelpOptions = true)
    static final class Retiring implements Callable<Integer> {
        @Parameters(paramLabel = "编号")
        private String id = "";

        @Override
        public Integer call() {
            return with(desk -> {
                try (var database = DatabaseOfHome.asItIs()) {
                    var outcome = desk.keys().retire(id, client(database));
                    desk.out().println(words(outcome));
                    return outcome instanceof Retirement.Retired ? 0 : NOT_DONE;
                }
            });
        }

        private String words(Retirement outcome) {
            return switch (outcome) {
                case Retirement.Retired() -> "已停用 " + id + "。恢复更早的数据库备份仍需要它，请随备份保管旧的密钥文件。";
                case Retirement.StillUsed(var values) -> "还有 " + values + " 项内容由 " + id + " 加密，后台正在处理，请稍后再试。";
                case Retirement.InUse() -> id + " 正在使用，或刚刚换下不到一分钟，不能停用。";
                case Retirement.Unknown() -> "没有这把密钥：" + id;
            };
        }
    }
}
