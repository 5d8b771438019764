package org.kepu;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line: {@code kepu serve}, {@code kepu plan …}, {@code kepu keys …}, {@code kepu token …}, {@code kepu audit …}. */
@Command(
        name = "kepu",
        description = "科普公共服务平台：把实施方案变成可运行的台账。",
        mixinStandardHelpOptions = true,
        version = "kepu 0.1",
        subcommands = {
            ServeCommand.class,
            PlanCommand.class,
            KeysCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            FiguresCommand.class
        })
public final class Kepu {

    public static void main(String[] arguments) {
        int exit = new CommandLine(new Kepu()).execute(arguments);
        if (exit != ServeCommand.STILL_RUNNING) {
            System.exit(exit);
        }
    }
}
