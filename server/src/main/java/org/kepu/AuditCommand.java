package org.kepu;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.chain.Verdict;
import org.kepu.audit.chain.Verifying;
import org.kepu.postgres.PostgresProblem;
import org.kepu.vault.KeyProblem;
import org.kepu.vault.Vault;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kepu audit …}: looks after the audit trail without starting the platform, or while it runs. */
@Command(
        name = "audit",
        description = "核对审计记录。",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    private AuditCommand() {}

    @Command(
            name = "verify",
            description = "逐条核对审计记录：有没有被改动、删除、混入、调换，末尾有没有被截断。",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%n退出码：%n",
            exitCodeList = {"0:完整", "1:有改动", "2:无法核对"})
    static final class Verify implements Callable<Integer> {

        private static final int WHOLE = 0;
        private static final int BROKEN = 1;
        private static final int CANNOT = 2;

        @Option(names = "--heads", paramLabel = "文件", description = "库外封存文件；默认是数据目录下的 trail/heads。")
        private @Nullable Path heads;

        @Option(names = "--copy", paramLabel = "文件", description = "封存文件的另一份；默认取 KEPU_AUDIT_HEADS_COPY。")
        private @Nullable Path copy;

        private final ResourceBundle words = ResourceBundle.getBundle(
                "i18n.audit",
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        @Override
        public Integer call() {
            try (var database = DatabaseOfHome.asItIs()) {
                return tell(verifying(database).verify());
            } catch (PostgresProblem | DatabaseOfHome.NothingThere | KeyProblem problem) {
                return cannot(String.valueOf(problem.getMessage()));
            } catch (DataAccessException | TransactionException | UncheckedIOException fault) {
                return cannot("无法核对："
                        + NestedExceptionUtils.getMostSpecificCause(fault).getMessage());
            }
        }

        private Verifying verifying(DatabaseOfHome database) {
            var login = database.logins().application();
            var place = heads == null ? DatabaseOfHome.home().resolve("trail", "heads") : heads;
            var second = copy == null ? System.getenv().getOrDefault("KEPU_AUDIT_HEADS_COPY", "") : copy.toString();
            var clock = new KepuApplication().clock();
            return new Verifying(
                    new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()),
                    Vault.of(System.getenv(), clock),
                    place,
                    second.isBlank() ? Optional.empty() : Optional.of(Path.of(second)),
                    clock);
        }

        private int tell(Verdict verdict) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(say("audit.verify.chain", verdict.links()));
            out.println(
                    verdict.late() == 0
                            ? say("audit.verify.waiting", verdict.unsealed())
                            : say("audit.verify.late", verdict.unsealed(), verdict.late()));
            out.println(
                    verdict.heads() == 0
                            ? say("audit.verify.heads.none")
                            : say("audit.verify.heads", verdict.heads(), verdict.sealedUpTo()));
            out.println(say("audit.verify.time", verdict.took().toMillis() / 1000.0, verdict.rowsPerSecond()));
            if (verdict.whole()) {
                out.println(say("audit.verify.whole"));
                return WHOLE;
            }
            out.println(say("audit.verify.broken", verdict.found()));
            for (var finding : verdict.findings()) {
                out.println("  " + say(finding.kind().messageKey(), finding.from(), finding.until()));
            }
            return BROKEN;
        }

        /** Numbers stand without separators: they are looked up by. */
        private String say(String key, Object... numbers) {
            var texts = Arrays.stream(numbers).map(String::valueOf).toArray();
            return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
        }

        private static int cannot(String why) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(why);
            return CANNOT;
        }
    }
}
