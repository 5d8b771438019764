package org.kepu;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.PlanComparer;
import org.kepu.plandoc.PlanJson;
import org.kepu.plandoc.PlanReader;
import org.kepu.plandoc.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kepu plan …}: reads and compares plan documents without starting the platform. */
@Command(
        name = "plan",
        description = "读取或对照实施方案。",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(parse | compare)",
        subcommands = {PlanCommand.Parse.class, PlanCommand.Compare.class})
final class PlanCommand {

    private static final int NOT_READ = 1;
    private static final int NO_PLAN = 2;

    private PlanCommand() {}

    /** Why the command ends without its output. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final int exit;

        Stop(String why, int exit) {
            super(why);
            this.exit = exit;
        }
    }

    private interface Printing {
        String text() throws Stop;
    }

    private static int print(Printing printing) {
        try {
            var text = printing.text();
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text);
            return 0;
        } catch (Stop stop) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(stop.getMessage());
            return stop.exit;
        }
    }

    private static ParsedPlan read(Path file) throws Stop {
        return switch (new PlanReader().read(file)) {
            case Reading.Parsed(var plan, var source) -> plan;
            case Reading.NotAPlan(var why) -> throw new Stop("不是实施方案：" + why, NO_PLAN);
            case Reading.Unreadable(var why) -> throw new Stop("无法读取：" + why, NOT_READ);
        };
    }

    @Command(
            name = "parse",
            description = "把一份实施方案读成结构，以 JSON 输出。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:已读出", "1:文件无法读取", "2:文件不是实施方案"})
    static final class Parse implements Callable<Integer> {
        @Parameters(paramLabel = "文件", description = ".txt .html .docx .doc .pdf")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            return print(() -> new PlanJson().print(read(file)));
        }
    }

    @Command(
            name = "compare",
            description = "对照上级方案与下级方案：哪些措施承接了，指标是升是降。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:已对照", "1:文件无法读取", "2:其中一个文件不是实施方案"})
    static final class Compare implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "上级方案")
        private Path upper = Path.of("");

        @Parameters(index = "1", paramLabel = "下级方案")
        private Path lower = Path.of("");

        @Override
        public Integer call() {
            return print(() -> new PlanJson().print(new PlanComparer().compare(read(upper), read(lower))));
        }
    }
}
