package org.kepu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.page.RunningSite;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The command line beside the running platform, on its database. */
class TokenCommandTest extends RunningSite {

    private static final Pattern TOKEN = Pattern.compile("kepu_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");

    @Autowired
    private KeepingBodies bodies;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String name = "command-" + UUID.randomUUID();

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        initialTree.afterSingletonsInstantiated();
    }

    @Test
    void a_token_made_by_the_command_line_stands_alone_on_standard_output_and_opens() {
        var exit =
                kepu("token", "create", "--name", name, "--role", "office-clerk", "--region", "150200", "--days", "5");

        assertThat(exit).isZero();
        assertThat(out.toString(UTF_8).strip()).matches(TOKEN);
        var answer = visitor()
                .get(
                        "/api/v1/whoami",
                        "Authorization",
                        "Bearer " + out.toString(UTF_8).strip());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"right\":\"RUN_LEDGER\",\"regions\":[\"150200\"]");
        assertThat(database.sql(
                                "select actor_kind || ' ' || actor_name from audit.entry where label = :name and act = 'access.act.token-made'")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .isEqualTo("PROGRAM kepu token");
    }

    @Test
    void a_role_is_known_by_each_of_its_names_and_may_be_for_a_body() {
        var body = bodies.register(
                accounts.scope(Right.KEEP_BODIES), new RegionCode("150203"), "区科协", BodyKind.MASS_ORGANISATION);

        assertThat(kepu("token", "create", "--name", name, "--role", "LEADER", "--region", "150000"))
                .isZero();
        assertThat(kepu(
                        "token",
                        "create",
                        "--name",
                        name,
                        "--role",
                        "部门工作人员",
                        "--body",
                        body.id().toString()))
                .isZero();

        var last = out.toString(UTF_8).lines().toList().getLast();
        assertThat(visitor()
                        .get("/api/v1/whoami", "Authorization", "Bearer " + last)
                        .body())
                .contains("{\"right\":\"DO_TASKS\",\"regions\":[],\"bodies\":[\"" + body.id() + "\"]")
                .contains("{\"right\":\"READ_LEDGER\",\"regions\":[\"150000\"]");
    }

    @Test
    void what_is_wrong_is_said_in_one_line_with_what_could_be_right() {
        assertThat(kepu("token", "create", "--name", name, "--role", "KING", "--region", "150000"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8).strip())
                .startsWith("没有这个角色：KING。可以是：OFFICE_CLERK（纲要办工作人员）、")
                .doesNotContain("AUDITOR", "\n");
        assertThat(kepu("token", "create", "--name", name, "--role", "auditor", "--region", "150000"))
                .isEqualTo(2);
        assertThat(kepu("token", "create", "--name", name, "--role", "LEADER", "--region", "999999"))
                .isEqualTo(2);
        assertThat(kepu("token", "create", "--name", name, "--role", "LEADER")).isEqualTo(2);
        assertThat(kepu("token", "create", "--role", "LEADER", "--region", "150000"))
                .isEqualTo(2);
        assertThat(kepu("token", "create", "--name", name, "--role", "LEADER", "--region", "150000", "--days", "400"))
                .isEqualTo(2);
        assertThat(kepu("token", "create", "--name", name, "--role", "LEADER", "--body", "not-there"))
                .isEqualTo(2);
        assertThat(kepu("token", "revoke", "not-there")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(8);
        assertThat(err.toString(UTF_8)).contains("系统管理员、安全管理员、审计员只能由工作人员担任", "没有这个区划：999999", "1 至 366 天");
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(database.sql("select count(*) from access.account where name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tokens_are_listed_without_their_secret_and_revoked() {
        kepu("token", "create", "--name", name, "--role", Role.LEADER.name(), "--region", "150000");
        var token = out.toString(UTF_8).strip();
        kepu("token", "list");
        var line = out.toString(UTF_8)
                .lines()
                .filter(text -> text.contains("\t" + name + "\t"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("有效").doesNotContain(token.substring(token.length() - 43));

        var id = Arrays.asList(line.split("\t", -1)).getFirst();
        assertThat(kepu("token", "revoke", id)).isZero();

        assertThat(visitor()
                        .get("/api/v1/whoami", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
        assertThat(kepu("token", "revoke", UUID.randomUUID().toString())).isEqualTo(2);
    }

    /** What the command says is caught; what it logs is not its answer. */
    private int kepu(String... arguments) {
        var command = new TokenCommand(
                () -> DatabaseOfHome.of(OnPostgres.Server.logins(database)),
                "--kepu.home=" + environment.getProperty("kepu.home"));
        var screen = System.out;
        var complaints = System.err;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            System.setErr(new PrintStream(err, true, UTF_8));
            return new CommandLine(command).execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        } finally {
            System.setOut(screen);
            System.setErr(complaints);
        }
    }
}
