package org.kepu;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.kepu.indicator.figure.Rolling;
import org.kepu.indicator.figure.VerifyingFigures;
import org.kepu.postgres.PostgresProblem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;

/** {@code kepu figures …}: looks after the figures without starting the platform, or while it runs. */
@Command(
        name = "figures",
        description = "核对、重算数值。",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(verify | rebuild)",
        subcommands = {FiguresCommand.Verify.class, FiguresCommand.Rebuild.class})
final class FiguresCommand {

    private static final int DONE = 0;
    private static final int DIFFERS = 1;
    private static final int CANNOT = 2;

    private FiguresCommand() {}

    @Command(
            name = "verify",
            description = "从事实重新加总，与汇总表逐格核对。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:一致", "1:不一致", "2:无法核对"})
    static final class Verify implements Callable<Integer> {

        @Override
        public Integer call() {
            return with(source -> {
                var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
                var verdict =
                        new VerifyingFigures(JdbcClient.create(source), new JdbcTransactionManager(source)).verify();
                out.println("事实 " + verdict.facts() + " 条，汇总 " + verdict.cells() + " 格。");
                if (verdict.agrees()) {
                    out.println("一致。");
                    return DONE;
                }
                out.println("有 " + verdict.differences() + " 格与事实不符，例如：");
                for (var one : verdict.examples()) {
                    out.println("  %s %s %tY-%<tm：汇总 %d 条、%d 人次，事实 %d 条、%d 人次"
                            .formatted(
                                    one.unit(),
                                    one.kind(),
                                    one.month(),
                                    one.cellFacts(),
                                    one.cellAttendances(),
                                    one.facts(),
                                    one.attendances()));
                }
                out.println("可运行 bin/kepu figures rebuild 按事实重算。");
                return DIFFERS;
            });
        }
    }

    @Command(
            name = "rebuild",
            description = "清空汇总表，按事实重算。平台可以照常使用。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:已重算", "2:无法重算"})
    static final class Rebuild implements Callable<Integer> {

        @Override
        public Integer call() {
            return with(source -> {
                new Rolling(
                                JdbcClient.create(source),
                                new JdbcTransactionManager(source),
                                new KepuApplication().clock())
                        .rebuild();
                new PrintStream(System.out, true, StandardCharsets.UTF_8).println("已按事实重算。");
                return DONE;
            });
        }
    }

    private static int with(ToIntFunction<DriverManagerDataSource> act) {
        try (var database = DatabaseOfHome.asItIs()) {
            var login = database.logins().application();
            return act.applyAsInt(new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()));
        } catch (PostgresProblem | DatabaseOfHome.NothingThere problem) {
            return cannot(String.valueOf(problem.getMessage()));
        } catch (DataAccessException | TransactionException fault) {
            return cannot(
                    "无法核对：" + NestedExceptionUtils.getMostSpecificCause(fault).getMessage());
        }
    }

    private static int cannot(String why) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(why);
        return CANNOT;
    }
}
